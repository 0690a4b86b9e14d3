import { defineSaga, type SagaDefinition } from '@tradewind/saga';
import type { Reason } from '../../domain/order.ts';
import type { Inventory, Payment } from '../ports/participants.ts';
import { CANCELLATION, CANCELLED_BY_SHOPPER, DEADLINE_EXCEEDED, NOBODY_ANSWERED } from './cancellation.ts';
import type { OrderEffect, OrderSagaData } from './order-saga-data.ts';
import { STUBBORNLY } from './retry-rules.ts';

/** A call inside the house: tried longer than a restart takes and a circuit breaker stays open, then turned back. */
const QUICKLY = { attempts: 8, initial: 100, maximum: 2_000 };
/** The provider may be slow or away for a while. */
const PATIENTLY = { attempts: 6, initial: 400, maximum: 4_000 };

/** Action and undo on one line each; the undo's key is the order's id, so it works when the answer was never seen. */
export function placeOrderSaga(
  inventory: Inventory,
  payment: Payment,
): SagaDefinition<OrderSagaData, OrderEffect> {
  return defineSaga<OrderSagaData, OrderEffect>({
    name: 'place-order',
    version: 1,
    deadline: 60_000,
    reasons: { cancelled: CANCELLED_BY_SHOPPER, late: DEADLINE_EXCEEDED },
    forget: ['paymentToken'],
    undoRetry: STUBBORNLY,
    steps: [
      {
        name: 'open-order',
        participant: 'order',
        run: { effect: opened },
        undo: { name: 'reject-order', effect: turnedBack },
        retry: STUBBORNLY,
      },
      {
        name: 'reserve-stock',
        participant: 'inventory',
        run: { call: (data, { key }) => inventory.reserve(key, data.lines) },
        undo: { name: 'release-stock', call: (_data, { key }) => inventory.release(key) },
        retry: QUICKLY,
      },
      {
        name: 'authorize-payment',
        participant: 'payment',
        run: { call: (data, { key }) => payment.authorize(key, data.total, data.paymentToken ?? '') },
        undo: { name: 'void-payment', call: (_data, { key }) => payment.void(key) },
        retry: PATIENTLY,
      },
      {
        name: 'capture-payment',
        participant: 'payment',
        pivot: true,
        run: { call: (_data, { key }) => payment.capture(key) },
        retry: STUBBORNLY,
      },
      {
        name: 'commit-stock',
        participant: 'inventory',
        run: { call: (_data, { key }) => inventory.commit(key) },
        retry: STUBBORNLY,
      },
      { name: 'confirm-order', participant: 'order', run: { effect: confirmed }, retry: STUBBORNLY },
    ],
  });
}

/** The order is opened together with its saga, before the runner gets it: this step is done when the saga begins. */
function opened(): OrderEffect {
  throw new Error('an order is opened by the place-order command');
}

/** From the pivot on there is no way back: a cancellation that was asked for follows the confirmation. */
function confirmed({ orderId, shopperId, lines, total }: OrderSagaData): OrderEffect {
  return {
    ...{ orderId, shopperId, from: 'pending', to: 'confirmed', reason: null, content: { lines, total } },
    ifCancelled: { open: CANCELLATION },
  };
}

/** What was decided is told as it is. Which of our parts did not answer, and how, is told by the timeline; not to shoppers. */
const toldAs = (failure: Reason): Reason =>
  /^(INVENTORY|PAYMENT|ORDER)\./.test(failure.code) ? failure : NOBODY_ANSWERED;

/** Who asked for the order to be cancelled gets it cancelled, also when it has just been refused for another reason. */
function turnedBack(
  { orderId, shopperId, lines, total }: OrderSagaData,
  failure: Reason | null,
): OrderEffect {
  const to = failure?.code === CANCELLED_BY_SHOPPER.code ? 'cancelled' : 'rejected';
  return {
    ...{
      orderId,
      shopperId,
      from: 'pending',
      to,
      reason: failure && toldAs(failure),
      content: { lines, total },
    },
    ifCancelled: { become: 'cancelled', reason: CANCELLED_BY_SHOPPER },
  };
}
