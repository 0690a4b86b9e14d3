import {
  createBulkhead,
  createCircuitBreaker,
  createPolicy,
  deadlineSignal,
  retry,
  type PolicySettings,
} from '@tradewind/resilience';
import type * as Cockatiel from 'cockatiel';
import type Opossum from 'opossum';

/** One way to make the same call: an async function that answers at once. */
export interface Piece {
  /** What it is, the same words for all libraries. */
  part: string;
  library: string;
  call: () => Promise<unknown>;
  /** Releases what the library keeps running. */
  close?: () => void;
}

const work = async (): Promise<number> => 1;

/** The defaults of a call inside the system, in the words of each library. */
const settings: PolicySettings = {
  deadline: 5_000,
  attemptTimeout: 2_000,
  retry: { attempts: 3, initial: 50, maximum: 1_000 },
  budget: { ratio: 0.1, burst: 20 },
  breaker: {
    ...{ failureRate: 0.5, minimumCalls: 20, window: 10_000, openFor: 3_000 },
    ...{ consecutiveFailures: 30, slowCall: 1_500, slowRate: 0.9, probes: 2, probesToClose: 3 },
  },
  bulkhead: { limit: 256, queue: 1_024 },
};

export const bare: Piece = { part: 'no policy', library: 'bare async function', call: work };

export function ours(): Piece[] {
  const library = 'libs/resilience';
  const breaker = createCircuitBreaker('bench', settings.breaker);
  const bulkhead = createBulkhead('bench', settings.bulkhead);
  const policy = createPolicy('bench', settings);
  return [
    { part: 'retry', library, call: () => retry(settings.retry, work) },
    { part: 'circuit breaker', library, call: () => breaker.execute(work) },
    { part: 'bulkhead', library, call: () => bulkhead.execute(work) },
    { part: 'timeout', library, call: () => deadlineSignal('bench', 2_000, work) },
    { part: 'pipeline', library, call: () => policy.execute(work) },
  ];
}

export function cockatiel(it: typeof Cockatiel): Piece[] {
  const library = 'cockatiel';
  const retry = it.retry(it.handleAll, { maxAttempts: 2, backoff: new it.ExponentialBackoff() });
  const breaker = it.circuitBreaker(it.handleAll, {
    halfOpenAfter: 3_000,
    breaker: new it.SamplingBreaker({ threshold: 0.5, duration: 10_000, minimumRps: 2 }),
  });
  const bulkhead = it.bulkhead(256, 1_024);
  const attempt = it.timeout(2_000, it.TimeoutStrategy.Aggressive);
  const deadline = it.timeout(5_000, it.TimeoutStrategy.Aggressive);
  const all = it.wrap(deadline, retry, breaker, bulkhead, attempt);
  return [
    { part: 'retry', library, call: () => retry.execute(work) },
    { part: 'circuit breaker', library, call: () => breaker.execute(work) },
    { part: 'bulkhead', library, call: () => bulkhead.execute(work) },
    { part: 'timeout', library, call: () => attempt.execute(work) },
    { part: 'pipeline', library, call: () => all.execute(work) },
  ];
}

export function opossum(Breaker: typeof Opossum): Piece[] {
  const rules = {
    ...{ errorThresholdPercentage: 50, volumeThreshold: 20, resetTimeout: 3_000 },
    ...{ rollingCountTimeout: 10_000, capacity: 256 },
  };
  const plain = new Breaker(work, { ...rules, timeout: false });
  const timed = new Breaker(work, { ...rules, timeout: 2_000 });
  const library = 'opossum';
  return [
    { part: 'circuit breaker', library, call: () => plain.fire(), close: () => plain.shutdown() },
    { part: 'breaker and timeout', library, call: () => timed.fire(), close: () => timed.shutdown() },
  ];
}
