import { AppError } from '@tradewind/kernel';
import type { KeptAnswer } from '../ports/answer-store.ts';
import type { OrderView } from '../ports/order-store.ts';
import type { PlaceOrderAnswer } from './place-order.command.ts';

/**
 * The kept answer of an earlier request under the same key.
 * Source of the rules: IETF draft "The Idempotency-Key HTTP Header Field", section 2.6.
 * @throws AppError IDEMPOTENCY.KEY_REUSED for another request, IDEMPOTENCY.KEY_IN_USE while the first one runs
 */
export function replayOf(kept: KeptAnswer, requestHash: string): PlaceOrderAnswer {
  if (kept.requestHash !== requestHash) {
    throw new AppError('invalid', 'IDEMPOTENCY.KEY_REUSED', 'this key was used for another request');
  }
  if (kept.state !== 'answered') {
    throw new AppError(
      'conflict',
      'IDEMPOTENCY.KEY_IN_USE',
      'the first request with this key is still running',
    );
  }
  return answerOf(kept.orderId, kept.answer, true);
}

/** @param answer null: the order is pending */
export function answerOf(orderId: string, answer: OrderView | null, replayed: boolean): PlaceOrderAnswer {
  return { order: answer ?? { orderId }, completed: answer !== null, replayed };
}
