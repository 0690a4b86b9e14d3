import type { Bulkhead } from './bulkhead.ts';
import type { RetryReport } from './call-context.ts';
import type { Admission, CircuitBreaker } from './circuit-breaker.ts';
import { runWithTimeout, timeoutError } from './timeout.ts';
import type { StartTimer } from './timers.ts';

/** What is the same for all attempts of one call. */
export interface Call<T> {
  readonly work: (signal: AbortSignal) => Promise<T>;
  readonly signal: AbortSignal | undefined;
  /** Of all attempts together, on the clock of `performance.now()`. */
  readonly deadline: number;
  /** Of callers further up. */
  readonly previousAttempts: number;
  readonly report: RetryReport;
}

interface Guards {
  name: string;
  breaker: CircuitBreaker;
  bulkhead: Bulkhead;
  /** Milliseconds. */
  attemptTimeout: number;
  start: StartTimer;
}

/**
 * One attempt: asks the breaker, takes a place, and runs for as long as an attempt may, or what is left for all of them.
 * @param number of this attempt, from 1
 */
export function attempt<T>(guards: Guards, call: Call<T>, number: number): Promise<T> {
  const { breaker, bulkhead } = guards;
  const admission = breaker.admit();
  let place: Promise<void> | undefined;
  try {
    place = bulkhead.enter(call.signal, call.deadline - performance.now());
  } catch (error) {
    breaker.abandoned(admission);
    throw error;
  }
  return place ? afterQueue(place, guards, call, number, admission) : run(guards, call, number, admission);
}

async function afterQueue<T>(
  place: Promise<void>,
  guards: Guards,
  call: Call<T>,
  number: number,
  admission: Admission,
): Promise<T> {
  try {
    await place;
  } catch (error) {
    guards.breaker.abandoned(admission);
    throw error;
  }
  try {
    // What queued while the dependency fell ill must not all be sent to it now.
    admission = guards.breaker.confirm(admission);
  } catch (error) {
    guards.bulkhead.leave();
    throw error;
  }
  return run(guards, call, number, admission);
}

function run<T>(guards: Guards, call: Call<T>, number: number, admission: Admission): Promise<T> {
  const { name, breaker, bulkhead, attemptTimeout, start } = guards;
  const { signal, deadline, previousAttempts, report } = call;
  const now = performance.now();
  const limit = Math.min(attemptTimeout, deadline - now);
  if (limit <= 0) {
    bulkhead.leave();
    breaker.abandoned(admission);
    return Promise.reject(timeoutError(name, 0));
  }
  const context = { deadline: now + limit, previousAttempts: previousAttempts + number - 1, report, signal };
  const onSuccess = (): void => {
    bulkhead.leave();
    breaker.succeeded(admission);
  };
  const onFailure = (error: unknown): void => {
    bulkhead.leave();
    // A caller that leaves says nothing about the dependency.
    if (signal?.aborted) breaker.abandoned(admission);
    else breaker.failed(admission, error);
  };
  return runWithTimeout({ name, limit, context, signal, start, onSuccess, onFailure }, call.work);
}
