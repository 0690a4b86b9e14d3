import { defineSaga, type SagaDefinition } from '@tradewind/saga';
import type { Inventory, Payment } from '../ports/participants.ts';
import { CANCELLATION, CANCELLED_BY_SHOPPER } from './cancellation.ts';
import type { OrderEffect, OrderSagaData } from './order-saga-data.ts';
import { STUBBORNLY } from './retry-rules.ts';

/** Cancels a confirmed order. It only goes forward: once money is on its way back there is nothing to undo. */
export function cancelOrderSaga(
  inventory: Inventory,
  payment: Payment,
): SagaDefinition<OrderSagaData, OrderEffect> {
  return defineSaga<OrderSagaData, OrderEffect>({
    name: CANCELLATION.definition,
    version: CANCELLATION.version,
    deadline: CANCELLATION.deadline,
    undoRetry: STUBBORNLY,
    steps: [
      {
        name: CANCELLATION.firstStep,
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
  const reason = CANCELLED_BY_SHOPPER;
  return { orderId, shopperId, from: 'confirmed', to: 'cancelled', reason, content: { lines, total } };
}
