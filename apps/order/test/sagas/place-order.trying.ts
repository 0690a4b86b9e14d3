import { SUBJECT } from '@tradewind/saga/testing';
import * as it from '@tradewind/saga/testing';
import { data, lines, order, STUBBORNLY, total, type OrderStories } from './order-stories.ts';
import { NOBODY_ANSWERED, rejected, rejecting } from './place-order.effects.ts';

/** How often, and what then. */
export const trying: OrderStories = {
  'reserving is tried quickly': (given) =>
    given()
      .when(it.times(7, it.unanswered('INVENTORY.AWAY')))
      .then({
        state: { status: 'running', due: 'reserve-stock', tries: 7 },
        rule: { attempts: 8, initial: 100, maximum: 2_000 },
        calls: Array.from({ length: 7 }, () => ['inventory.reserve', SUBJECT, lines]),
      }),
  'and then undone, since it may have worked; shoppers are not told which part was away': (given) =>
    given()
      .after(it.times(7, it.unanswered('CIRCUIT_OPEN')))
      .when(it.unanswered('CIRCUIT_OPEN'), it.works())
      .then({
        state: { status: 'done', failure: { code: 'CIRCUIT_OPEN', message: 'no answer' } },
        calls: [
          ['inventory.reserve', SUBJECT, lines],
          ['inventory.release', SUBJECT],
        ],
        journal: [
          'run reserve-stock failed 8 CIRCUIT_OPEN',
          'undo release-stock started 1',
          'undo release-stock succeeded 1',
          ...rejecting,
        ],
        effects: [rejected(NOBODY_ANSWERED)],
      }),
  'authorizing is tried patiently': (given) =>
    given()
      .at('authorize-payment')
      .when(it.times(5, it.unanswered('PAYMENT.UNAVAILABLE')))
      .then({
        state: { status: 'running', due: 'authorize-payment', tries: 5 },
        rule: { attempts: 6, initial: 400, maximum: 4_000 },
      }),
  'and then undone, with everything before it': (given) =>
    given()
      .at('authorize-payment')
      .after(it.times(5, it.unanswered('PAYMENT.UNAVAILABLE')))
      .when(it.unanswered('PAYMENT.UNAVAILABLE'), it.works(), it.works())
      .then({
        state: { status: 'done', failure: { code: 'PAYMENT.UNAVAILABLE', message: 'no answer' } },
        calls: [
          ['payment.authorize', SUBJECT, total, 'tok_ok'],
          ['payment.void', SUBJECT],
          ['inventory.release', SUBJECT],
        ],
        journal: [
          'run authorize-payment failed 6 PAYMENT.UNAVAILABLE',
          'undo void-payment started 1',
          'undo void-payment succeeded 1',
          'undo release-stock started 1',
          'undo release-stock succeeded 1',
          ...rejecting,
        ],
        data: order,
      }),
  ...Object.fromEntries(
    ['capture-payment', 'commit-stock'].map((step): [string, OrderStories[string]] => [
      `${step} must be done in the end: tried for minutes, then parked`,
      async (given) => {
        const away = it.unanswered('AWAY', 'away');
        await given()
          .at(step)
          .when(it.times(29, away))
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
            ...{ effects: [], data },
          });
      },
    ]),
  ),
  'so must an undo': async (given) => {
    const away = it.unanswered('AWAY', 'away');
    const voiding = () => given().at('authorize-payment').after(it.lost('PAYMENT.UNAVAILABLE'));
    await voiding()
      .when(it.times(29, away))
      .then({
        state: {
          ...{ status: 'compensating', due: 'void-payment', tries: 29 },
          failure: { code: 'PAYMENT.UNAVAILABLE', message: 'nobody knows' },
        },
        rule: STUBBORNLY,
      });
    await voiding()
      .after(it.times(29, away))
      .when(away)
      .then({ journal: ['undo void-payment failed 30 AWAY', 'undo void-payment parked 30 AWAY'], data });
  },
};
