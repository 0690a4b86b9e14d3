import type { AppError } from '@tradewind/kernel';
import { isRejection, rejection, saysThatItIsIll } from './failures.ts';
import { SlidingWindow } from './sliding-window.ts';

export type BreakerState = 'closed' | 'open' | 'half-open';

/** Why a breaker changed its state. */
export type BreakerReason =
  'failure-rate' | 'consecutive-failures' | 'slow-calls' | 'waited' | 'probe-failed' | 'probes-succeeded';

export interface BreakerSettings {
  /** Share of failed calls in the window that opens it, 0 to 1. */
  failureRate: number;
  /** Fewer calls than this in the window open it by no rate: a breaker that opens on the first error is a fault of its own. */
  minimumCalls: number;
  /** Milliseconds that are looked back. */
  window: number;
  /** Milliseconds until probes are let through. */
  openFor: number;
  /** So many failures with no success between them open it, however long they took. Default 0: never. */
  consecutiveFailures?: number;
  /** A call that takes longer, in milliseconds, is slow, whatever its answer. Default 0: none is. */
  slowCall?: number;
  /** Share of slow calls in the window that opens it, 0 to 1. Default 1. */
  slowRate?: number;
  /** Probes at the same time, while it is half-open; others are refused. Default 1. */
  probes?: number;
  /** Good probes that close it. Default 1. */
  probesToClose?: number;
}

/** A call that was let through: to be given back with what came of it. */
export interface Admission {
  readonly began: number;
  /** Which stay in a state it belongs to: results from before a change say nothing about the time after it. */
  readonly period: number;
}

export interface CircuitBreaker {
  readonly state: BreakerState;
  /** Of the window; 0 when it has seen nothing. */
  readonly failureRate: number;
  readonly slowRate: number;
  readonly consecutiveFailures: number;
  /** Milliseconds since 1970, while it is not closed. */
  readonly openedAt: number | null;
  /** @throws AppError CIRCUIT_OPEN */
  admit(): Admission;
  /** For a call that has waited since it was admitted: its time counts from now. @throws AppError CIRCUIT_OPEN */
  confirm(admission: Admission): Admission;
  succeeded(admission: Admission): void;
  failed(admission: Admission, error: unknown): void;
  /** The dependency was not asked, or the caller left: no verdict, and a probe is still to be made. */
  abandoned(admission: Admission): void;
  execute<T>(work: () => Promise<T>): Promise<T>;
}

type OnChange = (state: BreakerState, reason: BreakerReason) => void;
// Monotonic, and yet since 1970: a clock that is set does not open or close anything.
const ORIGIN = performance.timeOrigin;
const steadyClock = (): number => ORIGIN + performance.now();

/**
 * Closed: counts failures and slow calls over a sliding window, and failures in a row. Open: refuses at once. Half-open: a few
 * probes at a time; enough good ones close it, one bad one opens it for its whole time again.
 * Only what says that the dependency is ill counts (unavailable, timeout, unknown errors); a business "no" is health.
 * Source: Michael Nygard, "Release It!", chapter 5; the cases of Polly and resilience4j are in test/breaker-*.vectors.spec.ts.
 */
export function createCircuitBreaker(
  name: string,
  settings: BreakerSettings,
  onChange: OnChange = () => {},
  now: () => number = steadyClock,
): CircuitBreaker {
  const { consecutiveFailures = 0, slowCall = 0, slowRate = 1, probes = 1, probesToClose = 1 } = settings;
  const window = new SlidingWindow(settings.window);
  let state: BreakerState = 'closed';
  let openedAt: number | null = null;
  let period = 0;
  let inRow = 0;
  let probing = 0;
  let good = 0;

  function change(next: BreakerState, reason: BreakerReason): void {
    state = next;
    period++;
    inRow = probing = good = 0;
    if (next === 'open') openedAt = now();
    if (next === 'closed') openedAt = null;
    if (next === 'closed') window.clear();
    onChange(next, reason);
  }

  function reasonToOpen(): BreakerReason | undefined {
    if (consecutiveFailures > 0 && inRow >= consecutiveFailures) return 'consecutive-failures';
    const { calls, failed, slow } = window.counts(now());
    if (calls < settings.minimumCalls) return undefined;
    if (failed > 0 && failed / calls >= settings.failureRate) return 'failure-rate';
    return slow > 0 && slow / calls >= slowRate ? 'slow-calls' : undefined;
  }

  function settle(admission: Admission, isBad: boolean): void {
    if (admission.period !== period) return;
    const ended = now();
    const isSlow = slowCall > 0 && ended - admission.began > slowCall;
    if (state === 'half-open') return judgeProbe(isBad || isSlow);
    window.count(ended, isBad, isSlow);
    inRow = isBad ? inRow + 1 : 0;
    const reason = isBad || isSlow ? reasonToOpen() : undefined;
    if (reason) change('open', reason);
  }

  function judgeProbe(isBad: boolean): void {
    probing--;
    if (isBad) return change('open', 'probe-failed');
    if (++good >= probesToClose) change('closed', 'probes-succeeded');
  }

  const rate = (part: 'failed' | 'slow'): number => {
    const counts = window.counts(now());
    return counts.calls === 0 ? 0 : counts[part] / counts.calls;
  };

  const breaker: CircuitBreaker = {
    get state() {
      return state;
    },
    get openedAt() {
      return openedAt;
    },
    get failureRate() {
      return rate('failed');
    },
    get slowRate() {
      return rate('slow');
    },
    get consecutiveFailures() {
      return inRow;
    },
    admit() {
      const began = now();
      if (state === 'open' && began - openedAt! >= settings.openFor) change('half-open', 'waited');
      if (state === 'open' || (state === 'half-open' && probing >= probes)) throw openError(name);
      if (state === 'half-open') probing++;
      return { began, period };
    },
    confirm(admission) {
      return admission.period === period ? { began: now(), period } : breaker.admit();
    },
    succeeded: (admission) => settle(admission, false),
    failed: (admission, error) => settle(admission, saysThatItIsIll(error)),
    abandoned(admission) {
      if (admission.period === period && state === 'half-open') probing--;
    },
    async execute(work) {
      const admission = breaker.admit();
      try {
        const result = await work();
        breaker.succeeded(admission);
        return result;
      } catch (error) {
        // A bulkhead inside of the breaker turned the call away.
        if (isRejection(error)) breaker.abandoned(admission);
        else breaker.failed(admission, error);
        throw error;
      }
    },
  };
  return breaker;
}

function openError(name: string): AppError {
  return rejection('unavailable', 'CIRCUIT_OPEN', `${name} is failing; calls to it are refused for a while`);
}
