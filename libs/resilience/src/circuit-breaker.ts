import { AppError, isAppError } from '@tradewind/kernel';

export type BreakerState = 'closed' | 'open' | 'half-open';

export interface BreakerSettings {
  /** Share of failed calls in the window that opens it, 0 to 1. */
  failureRate: number;
  /** Fewer calls than this in the window never open it: a breaker that opens on the first error is a fault of its own. */
  minimumCalls: number;
  /** Milliseconds that are looked back. */
  window: number;
  /** Milliseconds until a probe is let through. */
  openFor: number;
}

export interface CircuitBreaker {
  readonly state: BreakerState;
  readonly failureRate: number;
  /** Milliseconds since 1970, while it is not closed. */
  readonly openedAt: number | null;
  execute<T>(work: () => Promise<T>): Promise<T>;
}

const SLICES = 10;

/**
 * Closed: counts failures over a sliding window of ten slices. Open: refuses at once. Half-open: one probe decides.
 * Only what says that the dependency is ill counts (unavailable, timeout, unknown errors); a business "no" is health.
 * Source: Michael Nygard, "Release It!", chapter 5.
 */
export function createCircuitBreaker(
  name: string,
  settings: BreakerSettings,
  onChange: (state: BreakerState) => void = () => {},
  now: () => number = Date.now,
): CircuitBreaker {
  const slices = new Map<number, { good: number; bad: number }>();
  let state: BreakerState = 'closed';
  let openedAt: number | null = null;
  let probing = false;

  function change(next: BreakerState): void {
    if (state === next) return;
    state = next;
    if (next === 'open') openedAt = now();
    if (next === 'closed') {
      openedAt = null;
      slices.clear();
    }
    onChange(next);
  }

  function counts(): { good: number; bad: number } {
    const width = settings.window / SLICES;
    const oldest = Math.floor(now() / width) - SLICES;
    let good = 0;
    let bad = 0;
    for (const [slice, count] of slices) {
      if (slice <= oldest) slices.delete(slice);
      else {
        good += count.good;
        bad += count.bad;
      }
    }
    return { good, bad };
  }

  function record(failed: boolean): void {
    const slice = Math.floor(now() / (settings.window / SLICES));
    const count = slices.get(slice) ?? { good: 0, bad: 0 };
    if (failed) count.bad++;
    else count.good++;
    slices.set(slice, count);
    if (!failed || state !== 'closed') return;
    const { good, bad } = counts();
    if (good + bad >= settings.minimumCalls && bad / (good + bad) >= settings.failureRate) change('open');
  }

  function admit(): boolean {
    if (state === 'open' && now() - openedAt! >= settings.openFor) change('half-open');
    if (state === 'closed') return false;
    if (state === 'open' || probing) throw openError(name);
    probing = true;
    return true;
  }

  return {
    get state() {
      return state;
    },
    get openedAt() {
      return openedAt;
    },
    get failureRate() {
      const { good, bad } = counts();
      return good + bad === 0 ? 0 : bad / (good + bad);
    },
    async execute(work) {
      const probe = admit();
      try {
        const result = await work();
        record(false);
        if (probe) change('closed');
        return result;
      } catch (error) {
        if (wasNotAsked(error)) throw error;
        const failed = saysThatItIsIll(error);
        record(failed);
        if (probe) change(failed ? 'open' : 'closed');
        throw error;
      } finally {
        if (probe) probing = false;
      }
    },
  };
}

/** Our own bulkhead turned the call away: that says nothing about the dependency, and a probe is still to be made. */
function wasNotAsked(error: unknown): boolean {
  return isAppError(error) && error.code === 'BULKHEAD_FULL';
}

function saysThatItIsIll(error: unknown): boolean {
  return (
    !isAppError(error) ||
    error.kind === 'unavailable' ||
    error.kind === 'timeout' ||
    error.kind === 'internal'
  );
}

function openError(name: string): AppError {
  return new AppError(
    'unavailable',
    'CIRCUIT_OPEN',
    `${name} is failing; calls to it are refused for a while`,
  );
}
