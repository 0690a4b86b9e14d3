import type { SagaDefinition } from '@tradewind/saga';
import { decided, given, refused, survivorsOf } from '@tradewind/saga/testing';
import { describe, expect, it } from 'vitest';
import { cancelOrderSaga } from '../../src/application/sagas/cancel-order.saga.ts';
import type { OrderEffect, OrderSagaData } from '../../src/application/sagas/order-saga-data.ts';
import { placeOrderSaga } from '../../src/application/sagas/place-order.saga.ts';
import { cancelOrderStories } from './cancel-order.stories.ts';
import { data, order, type Participants } from './order-stories.ts';
import { placeOrderStories } from './place-order.stories.ts';

const placing = ({ inventory, payment }: Participants) => placeOrderSaga(inventory, payment);
const cancelling = ({ inventory, payment }: Participants) => cancelOrderSaga(inventory, payment);

/** What the documentation draws. */
const table = ({ name, version, steps }: SagaDefinition<OrderSagaData, OrderEffect>): string[] => [
  `${name} ${version}`,
  ...steps.map(
    ({ name, participant, undo, pivot }) =>
      `${participant}: ${name}${undo ? ` ↔ ${undo.name}` : ''}${pivot ? ' (pivot)' : ''}`,
  ),
];

describe('placing an order', () => {
  it('is this table', () => {
    expect(table(placing({} as Participants))).toEqual([
      'place-order 1',
      'order: open-order ↔ reject-order',
      'inventory: reserve-stock ↔ release-stock',
      'payment: authorize-payment ↔ void-payment',
      'payment: capture-payment (pivot)',
      'inventory: commit-stock',
      'order: confirm-order',
    ]);
  });

  it.each(Object.entries(placeOrderStories))('%s', (_title, story) => story(() => given(placing, data)));

  it.each(['capture-payment', 'commit-stock'])('at %s cannot be turned back by an operator', async (step) => {
    const story = given(placing, data).at(step).after(refused('NO')).when(decided('compensate'));
    await expect(story.then({})).rejects.toMatchObject({ code: 'SAGA.PAST_PIVOT' });
  });

  it('never opens the order twice: that is done by the command', () => {
    const [opening] = placing({} as Participants).steps;
    expect(() => opening!.run.effect!(data, null)).toThrow('place-order command');
  });
});

describe('cancelling a confirmed order', () => {
  it('is this table', () => {
    expect(table(cancelling({} as Participants))).toEqual([
      'cancel-order 1',
      'payment: refund-payment (pivot)',
      'inventory: return-stock',
      'order: cancel-order',
    ]);
  });

  it.each(Object.entries(cancelOrderStories))('%s', (_title, story) => story(() => given(cancelling, order)));
});

describe('the stories notice every mistake that the kit can make', { timeout: 60_000 }, () => {
  it('in placing an order', async () => {
    const { tried, survivors } = await survivorsOf(placing, data, placeOrderStories);
    expect(survivors).toEqual([]);
    expect(tried).toBeGreaterThan(80);
  });

  it('in cancelling one', async () => {
    const { tried, survivors } = await survivorsOf(cancelling, order, cancelOrderStories);
    expect(survivors).toEqual([]);
    expect(tried).toBeGreaterThan(30);
  });
});
