import { isPastPivot, type SagaDefinition } from '@tradewind/saga';
import { describe, expect, it } from 'vitest';
import type { Inventory, Payment } from '../ports/participants.ts';
import { cancelOrderSaga } from './cancel-order.saga.ts';
import type { OrderEffect, OrderSagaData } from './order-saga-data.ts';
import { placeOrderSaga } from './place-order.saga.ts';

const calls: unknown[][] = [];
const recorder = new Proxy(
  {},
  {
    get:
      (_it, name) =>
      async (...given: unknown[]) =>
        void calls.push([name, ...given]),
  },
);
const placeOrder = placeOrderSaga(recorder as Inventory, recorder as Payment);
const cancelOrder = cancelOrderSaga(recorder as Inventory, recorder as Payment);

const data: OrderSagaData = {
  ...{ orderId: 'o', shopperId: 's', paymentToken: 'tok' },
  lines: [],
  total: { amount: 5, currency: 'EUR' },
};
const table = ({ steps }: SagaDefinition<OrderSagaData, OrderEffect>): string[] =>
  steps.map(
    ({ name, participant, undo, pivot }) =>
      `${participant}: ${name}${undo ? ` ↔ ${undo.name}` : ''}${pivot ? ' (pivot)' : ''}`,
  );

async function called(definition: SagaDefinition<OrderSagaData, OrderEffect>): Promise<unknown[][]> {
  calls.length = 0;
  for (const step of definition.steps) {
    for (const action of [step.run, step.undo]) await action?.call?.(data, { key: 'key', attempt: 1 });
  }
  return calls;
}

describe('placing an order', () => {
  it('is this table', () => {
    expect(table(placeOrder)).toEqual([
      'order: open-order ↔ reject-order',
      'inventory: reserve-stock ↔ release-stock',
      'payment: authorize-payment ↔ void-payment',
      'payment: capture-payment (pivot)',
      'inventory: commit-stock',
      'order: confirm-order',
    ]);
  });

  it('calls everybody under the same key, and undoes without an answer of the run', async () => {
    expect(await called(placeOrder)).toEqual([
      ['reserve', 'key', []],
      ['release', 'key'],
      ['authorize', 'key', { amount: 5, currency: 'EUR' }, 'tok'],
      ['void', 'key'],
      ['capture', 'key'],
      ['commit', 'key'],
    ]);
  });

  it('can undo every step before the pivot', () => {
    const undoable = placeOrder.steps.map(({ undo }, step) => [
      undo !== undefined,
      isPastPivot(placeOrder, step),
    ]);
    expect(undoable.every(([undo, past]) => undo !== past)).toBe(true);
  });

  it('forgets the payment token', () => expect(placeOrder.forget).toEqual(['paymentToken']));

  it('confirms from pending only', () => {
    expect(placeOrder.steps.at(-1)!.run.effect!(data, null)).toMatchObject({
      from: 'pending',
      to: 'confirmed',
      reason: null,
    });
  });

  it.each([
    ['ORDER.CANCELLED_BY_SHOPPER', 'cancelled'],
    ['PAYMENT.DECLINED', 'rejected'],
    ['INVENTORY.OUT_OF_STOCK', 'rejected'],
  ])('turned back for %s the order is %s, with that reason', (code, to) => {
    const reason = { code, message: 'why' };
    expect(placeOrder.steps[0]!.undo!.effect!(data, reason)).toMatchObject({ from: 'pending', to, reason });
  });

  it('never opens the order twice: that is done by the command', () => {
    expect(() => placeOrder.steps[0]!.run.effect!(data, null)).toThrow('place-order command');
  });
});

describe('cancelling a confirmed order', () => {
  it('is this table: from the first step on it only goes forward', () => {
    expect(table(cancelOrder)).toEqual([
      'payment: refund-payment (pivot)',
      'inventory: return-stock',
      'order: cancel-order',
    ]);
    expect(isPastPivot(cancelOrder, 0)).toBe(true);
  });

  it('refunds, then takes the goods back, under the order’s key', async () => {
    expect(await called(cancelOrder)).toEqual([
      ['refund', 'key'],
      ['takeBack', 'key', []],
    ]);
  });

  it('cancels from confirmed only', () => {
    expect(cancelOrder.steps.at(-1)!.run.effect!(data, null)).toMatchObject({
      ...{ from: 'confirmed', to: 'cancelled' },
      reason: { code: 'ORDER.CANCELLED_BY_SHOPPER' },
    });
  });
});
