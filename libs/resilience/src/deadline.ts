import { callContext, runInContext } from './call-context.ts';
import { runWithTimeout } from './timeout.ts';

/**
 * Runs `work` with a deadline `milliseconds` from now. A deadline that is already running is never extended: the
 * earlier one holds, so that no call outlives the person who waits for it.
 */
export function withDeadline<T>(milliseconds: number, work: () => T): T {
  const outer = callContext();
  const deadline = Math.min(outer.deadline, performance.now() + milliseconds);
  return runInContext({ ...outer, deadline }, work, undefined);
}

/** Milliseconds until the deadline of the work that runs, or Infinity when it has none; negative when it has passed. */
export function remainingMilliseconds(): number {
  return callContext().deadline - performance.now();
}

/**
 * Runs `work` with a signal that aborts after `milliseconds` or at the running deadline, whichever is earlier.
 * The caller gets the timeout error at once, also when `work` does not listen to the signal.
 * @throws AppError TIMEOUT
 */
export async function deadlineSignal<T>(
  name: string,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const outer = callContext();
  const now = performance.now();
  const limit = Math.min(milliseconds, outer.deadline - now);
  return runWithTimeout({ name, limit, context: { ...outer, deadline: now + limit } }, work);
}
