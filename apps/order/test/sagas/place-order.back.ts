import { SUBJECT } from '@tradewind/saga/testing';
import * as it from '@tradewind/saga/testing';
import { CANCELLED, lines, order, total, type OrderStories } from './order-stories.ts';
import {
  DECLINED,
  LATE,
  cancelled,
  confirmed,
  confirming,
  rejected,
  rejecting,
} from './place-order.effects.ts';

/** A shopper who changes her mind, and time. */
export const turningBack: OrderStories = {
  'cancelled while it reserves, it releases': (given) =>
    given()
      .when(it.cancelledWhile(it.works()), it.works())
      .then({
        state: { status: 'done', failure: CANCELLED },
        calls: [
          ['inventory.reserve', SUBJECT, lines],
          ['inventory.release', SUBJECT],
        ],
        effects: [cancelled],
        data: order,
      }),
  'cancelled while it authorizes, it voids before any money is taken': (given) =>
    given()
      .at('authorize-payment')
      .when(it.cancelledWhile(it.works()), it.works(), it.works())
      .then({
        calls: [
          ['payment.authorize', SUBJECT, total, 'tok_ok'],
          ['payment.void', SUBJECT],
          ['inventory.release', SUBJECT],
        ],
        journal: [
          'run authorize-payment succeeded 1',
          'run capture-payment started 1',
          'run capture-payment failed 1 ORDER.CANCELLED_BY_SHOPPER',
          'undo void-payment started 1',
          'undo void-payment succeeded 1',
          'undo release-stock started 1',
          'undo release-stock succeeded 1',
          ...rejecting,
        ],
        effects: [cancelled],
      }),
  'cancelled while it takes the money, it goes forward; its effect opens the cancellation': (given) =>
    given()
      .at('capture-payment')
      .when(it.cancelledWhile(it.unanswered('AWAY')), it.works(), it.works())
      .then({
        state: { status: 'done' },
        calls: [
          ['payment.capture', SUBJECT],
          ['payment.capture', SUBJECT],
          ['inventory.commit', SUBJECT],
        ],
        effects: [confirmed],
      }),
  'taken over while it authorized, cancelled, it undoes what may have begun': (given) =>
    given()
      .at('authorize-payment')
      .when(it.cancelledWhile(it.takenOver()))
      .then({
        state: { status: 'compensating', due: 'void-payment', tries: 0, failure: CANCELLED },
        calls: [],
      }),
  'taken over while it captured, cancelled, it goes forward': (given) =>
    given()
      .at('capture-payment')
      .when(it.cancelledWhile(it.takenOver()))
      .then({ state: { status: 'running', due: 'capture-payment', tries: 0 }, journal: [], calls: [] }),
  'at its deadline it still goes on': (given) =>
    given()
      .at('authorize-payment')
      .when(it.takes(60_000, it.works()))
      .then({ state: { status: 'running', due: 'capture-payment', tries: 0 } }),
  'after its deadline it does not begin to take money': (given) =>
    given()
      .at('authorize-payment')
      .when(it.takes(60_001, it.works()))
      .then({
        state: { status: 'compensating', due: 'void-payment', tries: 0, failure: LATE },
        calls: [['payment.authorize', SUBJECT, total, 'tok_ok']],
      }),
  'what would be tried again after the deadline is undone': (given) =>
    given()
      .at('authorize-payment')
      .when(it.takes(59_900, it.unanswered('PAYMENT.UNAVAILABLE')))
      .then({
        state: {
          ...{ status: 'compensating', due: 'void-payment', tries: 0 },
          failure: { code: 'PAYMENT.UNAVAILABLE', message: 'no answer' },
        },
      }),
  'a capture that has begun is tried again, however late': (given) =>
    given()
      .at('capture-payment')
      .when(it.takes(600_000, it.unanswered('AWAY')), it.takenOver(600_000), it.works())
      .then({ state: { status: 'running', due: 'commit-stock', tries: 0 } }),
};

/** Parked, and decided by hand. */
export const operators: OrderStories = {
  'retried, the parked step has all its tries again': (given) =>
    given()
      .at('capture-payment')
      .after(it.refused('PAYMENT.DECLINED'))
      .when(it.decided('retry', 'olga', 'the bank is back'))
      .then({
        state: { status: 'running', due: 'capture-payment', tries: 0 },
        journal: ['run capture-payment retry by olga: the bank is back', 'run capture-payment started 1'],
        calls: [],
      }),
  'resolved, the parked step counts as done, and its order is confirmed in the same transition': (given) =>
    given()
      .at('commit-stock')
      .after(it.refused('INVENTORY.UNKNOWN'))
      .when(it.decided('resolve', 'olga', 'committed by hand'))
      .then({
        state: { status: 'done' },
        journal: ['run commit-stock resolve by olga: committed by hand', ...confirming],
        ...{ effects: [confirmed], calls: [], data: order },
      }),
  'a parked undo goes on compensating': (given) =>
    given()
      .at('authorize-payment')
      .after(it.refused('PAYMENT.DECLINED'), it.refused('INVENTORY.UNKNOWN'))
      .when(it.decided('compensate'), it.works())
      .then({
        state: { status: 'done', failure: DECLINED },
        calls: [['inventory.release', SUBJECT]],
        effects: [rejected(DECLINED)],
      }),
};
