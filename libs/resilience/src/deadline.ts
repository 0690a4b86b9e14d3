import { AsyncLocalStorage } from 'node:async_hooks';
import { AppError } from '@tradewind/kernel';

const current = new AsyncLocalStorage<number>();

/**
 * Runs `work` with a deadline `milliseconds` from now. A deadline that is already running is never extended: the
 * earlier one holds, so that no call outlives the person who waits for it.
 */
export function withDeadline<T>(milliseconds: number, work: () => T): T {
  const mine = performance.now() + milliseconds;
  const outer = current.getStore();
  return current.run(outer === undefined ? mine : Math.min(outer, mine), work);
}

/** Runs `work` free of the caller's deadline: for what goes on after the answer was given, such as a saga. */
export function withoutDeadline<T>(work: () => T): T {
  return current.exit(work);
}

/** Milliseconds until the deadline of the work that runs, or Infinity when it has none; negative when it has passed. */
export function remainingMilliseconds(): number {
  const deadline = current.getStore();
  return deadline === undefined ? Infinity : deadline - performance.now();
}

/**
 * Runs `work` with a signal that aborts after `milliseconds` or at the running deadline, whichever is earlier.
 * The caller gets the timeout error at once, also when `work` does not listen to the signal.
 */
export async function deadlineSignal<T>(
  name: string,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = Math.min(milliseconds, remainingMilliseconds());
  if (limit <= 0) throw timeoutError(name, 0);
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = timeoutError(name, limit);
      reject(error);
      controller.abort(error);
    }, limit);
  });
  try {
    return await Promise.race([withDeadline(limit, () => work(controller.signal)), expired]);
  } finally {
    clearTimeout(timer);
  }
}

function timeoutError(name: string, limit: number): AppError {
  return new AppError('timeout', 'TIMEOUT', `${name} did not answer within ${Math.round(limit)} ms`);
}
