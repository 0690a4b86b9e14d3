import { AppError } from '@tradewind/kernel';

const TRIES = 6;

/** Repeats an attempt that lost against another writer (undefined): it reads, decides and calls the provider anew. */
export async function decideAnew<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let count = 0; count < TRIES; count++) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new AppError('conflict', 'PAYMENT.BUSY', 'too many changes of this payment at once', {
    retryable: true,
  });
}
