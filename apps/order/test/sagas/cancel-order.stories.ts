import { SUBJECT } from '@tradewind/saga/testing';
import type { OrderEffect } from '../../src/application/sagas/order-saga-data.ts';
import * as it from '@tradewind/saga/testing';
import { about, CANCELLED, lines, order, STUBBORNLY, type OrderStories } from './order-stories.ts';

const cancelled: OrderEffect = { ...about, from: 'confirmed', to: 'cancelled', reason: CANCELLED };

export const cancelOrderStories: OrderStories = {
  'gives the money back first': (given) =>
    given()
      .when(it.works())
      .then({
        state: { status: 'running', due: 'return-stock', tries: 0 },
        calls: [['payment.refund', SUBJECT]],
        journal: ['run refund-payment succeeded 1', 'run return-stock started 1'],
        ...{ effects: [], data: order, deadline: 60_000 },
      }),
  'then takes the goods back, and cancels in the same transition': (given) =>
    given()
      .at('return-stock')
      .when(it.works())
      .then({
        state: { status: 'done' },
        calls: [['inventory.takeBack', SUBJECT, lines]],
        journal: [
          'run return-stock succeeded 1',
          'run cancel-order started 1',
          'run cancel-order succeeded 1',
        ],
        effects: [cancelled],
      }),
  ...Object.fromEntries(
    ['refund-payment', 'return-stock'].map((step): [string, OrderStories[string]] => [
      `${step} only goes forward: tried for minutes, however late, then parked`,
      async (given) => {
        const away = it.unanswered('AWAY', 'away');
        await given()
          .at(step)
          .when(it.takes(600_000, it.times(29, away)))
          .then({ state: { status: 'running', due: step, tries: 29 }, rule: STUBBORNLY });
        await given()
          .at(step)
          .after(it.times(29, away))
          .when(away)
          .then({
            state: {
              ...{ status: 'parked', due: step, tries: 30 },
              parked: { code: 'AWAY', message: 'away' },
            },
            journal: [`run ${step} failed 30 AWAY`, `run ${step} parked 30 AWAY`],
            effects: [],
          });
      },
    ]),
  ),
  'a refused refund parks: it is never turned back': (given) =>
    given()
      .when(it.refused('PAYMENT.UNKNOWN'))
      .then({
        state: {
          ...{ status: 'parked', due: 'refund-payment', tries: 1 },
          parked: { code: 'PAYMENT.UNKNOWN', message: 'no' },
        },
        calls: [['payment.refund', SUBJECT]],
      }),
};
