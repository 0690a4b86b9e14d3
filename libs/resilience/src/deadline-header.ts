import { remainingMilliseconds, withDeadline } from './deadline.ts';

/**
 * What is left of a caller's time, in whole milliseconds, over a hop of HTTP, as gRPC does it by itself.
 * Source: Envoy, HTTP router filter, which sets it by its routes' timeouts and removes it from what comes from outside.
 */
export const DEADLINE_HEADER = 'x-envoy-expected-rq-timeout-ms';

/** For a request that is sent now; empty without a deadline. */
export function deadlineHeaders(): Record<string, string> {
  const left = remainingMilliseconds();
  return left === Infinity ? {} : { [DEADLINE_HEADER]: String(Math.max(0, Math.floor(left))) };
}

/** Runs `work` with the deadline that a request came with. What is no whole number of milliseconds says nothing. */
export function withDeadlineHeader<T>(value: string | string[] | undefined, work: () => T): T {
  const isTime = typeof value === 'string' && /^\d{1,9}$/.test(value);
  return isTime ? withDeadline(Number(value), work) : work();
}
