import { defineSaga, type SagaDefinition } from '@tradewind/saga';
import type { Inventory, Payment } from '../ports/participants.ts';
import type { OrderEffect, OrderSagaData } from './order-saga-data.ts';
import { STUBBORNLY } from './retry-rules.ts';

/** Cancels a confirmed order. It only goes forward: once money is on its way back there is nothing to undo. */
export function cancelOrderSaga(
  inventory: Inventory,
  payment: Payment,
): SagaDefinition<OrderSagaData, OrderEffect> {
  return defineSaga<OrderSagaData, OrderEffect>({
    name: 'cancel-order',
    version: 1,
    deadline: 60_000,
    undoRetry: STUBBORNLY,
    steps: [
      {
        name: 'refund-payment',
        participant: 'payment',
        pivot: true,
        run: { call: (_data, { key }) => payment.refund(key) },
        retry: STUBBORNLY,
      },
      {
        name: 'return-stock',
        participant: 'inventory',
        run: { call: (data, { key }) => inventory.takeBack(key, data.lines) },
        retry: STUBBORNLY,
      },
      { name: 'cancel-order', participant: 'order', run: { effect: cancelled }, retry: STUBBORNLY },
    ],
  });
}

function cancelled({ orderId, shopperId, lines, total }: OrderSagaData): OrderEffect {
  const reason = { code: 'ORDER.CANCELLED_BY_SHOPPER', message: 'the shopper cancelled the order' };
  return { orderId, shopperId, from: 'confirmed', to: 'cancelled', reason, content: { lines, total } };
}
