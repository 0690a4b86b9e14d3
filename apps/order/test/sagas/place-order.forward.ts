import { SUBJECT } from '@tradewind/saga/testing';
import * as it from '@tradewind/saga/testing';
import { data, lines, order, total, type OrderStories } from './order-stories.ts';
import { DECLINED, confirmed, confirming, rejected, rejecting } from './place-order.effects.ts';

/** Forward, step by step. */
export const forward: OrderStories = {
  'reserves the lines first': (given) =>
    given()
      .when(it.works())
      .then({
        state: { status: 'running', due: 'authorize-payment', tries: 0 },
        calls: [['inventory.reserve', SUBJECT, lines]],
        journal: ['run reserve-stock succeeded 1', 'run authorize-payment started 1'],
        ...{ effects: [], data, deadline: 60_000 },
      }),
  'then authorizes the total on the token': (given) =>
    given()
      .at('authorize-payment')
      .when(it.works())
      .then({
        state: { status: 'running', due: 'capture-payment', tries: 0 },
        calls: [['payment.authorize', SUBJECT, total, 'tok_ok']],
        journal: ['run authorize-payment succeeded 1', 'run capture-payment started 1'],
        effects: [],
      }),
  'then takes the money': (given) =>
    given()
      .at('capture-payment')
      .when(it.works())
      .then({
        state: { status: 'running', due: 'commit-stock', tries: 0 },
        calls: [['payment.capture', SUBJECT]],
        journal: ['run capture-payment succeeded 1', 'run commit-stock started 1'],
        ...{ effects: [], data },
      }),
  'then commits the stock, confirms in the same transition, and forgets the token': (given) =>
    given()
      .at('commit-stock')
      .when(it.works())
      .then({
        state: { status: 'done' },
        calls: [['inventory.commit', SUBJECT]],
        journal: ['run commit-stock succeeded 1', ...confirming],
        effects: [confirmed],
        data: order,
      }),
};

/** No is no. */
export const refusals: OrderStories = {
  'a refused reservation is the end: there is nothing to undo': (given) =>
    given()
      .when(it.refused('INVENTORY.OUT_OF_STOCK'))
      .then({
        state: { status: 'done', failure: { code: 'INVENTORY.OUT_OF_STOCK', message: 'no' } },
        calls: [['inventory.reserve', SUBJECT, lines]],
        journal: ['run reserve-stock failed 1 INVENTORY.OUT_OF_STOCK', ...rejecting],
        effects: [rejected({ code: 'INVENTORY.OUT_OF_STOCK', message: 'no' })],
        data: order,
      }),
  'a declined payment releases the stock, and needs no void': (given) =>
    given()
      .at('authorize-payment')
      .when(it.refused('PAYMENT.DECLINED'), it.works())
      .then({
        state: { status: 'done', failure: DECLINED },
        calls: [
          ['payment.authorize', SUBJECT, total, 'tok_ok'],
          ['inventory.release', SUBJECT],
        ],
        effects: [rejected(DECLINED)],
      }),
  'a refused capture parks at once: nobody knows what that means': (given) =>
    given()
      .at('capture-payment')
      .when(it.refused('PAYMENT.DECLINED'))
      .then({
        state: { status: 'parked', due: 'capture-payment', tries: 1, parked: DECLINED },
        calls: [['payment.capture', SUBJECT]],
      }),
};
