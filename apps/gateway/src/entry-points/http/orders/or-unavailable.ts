import { AppError, isAppError } from '@tradewind/kernel';

/** What says that the order service was not asked at all, or is not there. */
const AWAY = new Set(['UNAVAILABLE', 'CIRCUIT_OPEN', 'BULKHEAD_FULL']);
const RETRY_AFTER = 3;

/** An order that could not be asked for is told in the shopper's words, with when to try again; its key stays good. */
export async function orUnavailable<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (cause) {
    if (!isAppError(cause) || !AWAY.has(cause.code)) throw cause;
    const details = { retryAfterSeconds: RETRY_AFTER };
    const words =
      'orders cannot be taken at the moment; the cart is kept, and the same key can be used again';
    throw new AppError('unavailable', 'ORDER.UNAVAILABLE', words, { cause, details });
  }
}
