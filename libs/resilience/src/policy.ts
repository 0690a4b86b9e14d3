import { metrics } from '@tradewind/observability';
import { createBulkhead, type BulkheadSettings } from './bulkhead.ts';
import { createCircuitBreaker, type BreakerSettings, type BreakerState } from './circuit-breaker.ts';
import { deadlineSignal, withDeadline } from './deadline.ts';
import { registerPolicy } from './registry.ts';
import { retry, type RetrySettings } from './retry.ts';

export interface PolicySettings {
  /** Milliseconds for everything, all attempts and waits included. */
  deadline: number;
  /** Milliseconds for one attempt. */
  attemptTimeout: number;
  retry: RetrySettings;
  breaker: BreakerSettings;
  bulkhead: BulkheadSettings;
}

export interface ExecuteOptions {
  /** False: the call may have an effect each time, so it is tried once only. Default true. */
  idempotent?: boolean;
  /** The caller's: its abort reaches the work, ends waiting, and there is no other attempt. */
  signal?: AbortSignal;
}

/** What a policy is doing right now, for the control room. */
export interface PolicySnapshot {
  dependency: string;
  policies: {
    deadlineMs: number;
    attemptTimeoutMs: number;
    retry: { attempts: number };
    breaker: { state: BreakerState; failureRate: number; openedAt: string | null };
    bulkhead: { limit: number; inUse: number; queued: number };
  };
  calls: { total: number; failed: number; retried: number; rejected: number };
}

/** Named and immutable. Outermost first: deadline, retry, circuit breaker, bulkhead, timeout of one attempt. */
export interface Policy {
  readonly name: string;
  execute<T>(work: (signal: AbortSignal) => Promise<T>, options?: ExecuteOptions): Promise<T>;
  snapshot(): PolicySnapshot;
}

const REJECTIONS = new Set(['CIRCUIT_OPEN', 'BULKHEAD_FULL']);
const STATE_NUMBER: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 };

const callsTotal = metrics.counter('resilience_calls_total', 'Calls by policy and outcome.', [
  'policy',
  'outcome',
]);
const retriesTotal = metrics.counter('resilience_retries_total', 'Attempts after the first.', ['policy']);
const breakerState = metrics.gauge('resilience_breaker_state', '0 closed, 1 half-open, 2 open.', ['policy']);

export function createPolicy(
  name: string,
  settings: PolicySettings,
  onBreaker?: (state: BreakerState) => void,
): Policy {
  const calls = { total: 0, failed: 0, retried: 0, rejected: 0 };
  const bulkhead = createBulkhead(name, settings.bulkhead);
  const breaker = createCircuitBreaker(name, settings.breaker, (state) => {
    breakerState.set({ policy: name }, STATE_NUMBER[state]);
    onBreaker?.(state);
  });
  const once: RetrySettings = { ...settings.retry, attempts: 1 };

  function attempt<T>(
    work: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    const either = (expired: AbortSignal): Promise<T> =>
      work(signal ? AbortSignal.any([expired, signal]) : expired);
    return breaker.execute(() =>
      bulkhead.execute(() => deadlineSignal(name, settings.attemptTimeout, either), signal),
    );
  }

  const policy: Policy = {
    name,
    async execute(work, options = {}) {
      calls.total++;
      const rules = options.idempotent === false ? once : settings.retry;
      const onRetry = (): void => {
        calls.retried++;
        retriesTotal.inc({ policy: name });
      };
      try {
        const tries = (): ReturnType<typeof work> =>
          retry(rules, () => attempt(work, options.signal), { signal: options.signal, onRetry });
        const result = await withDeadline(settings.deadline, tries);
        callsTotal.inc({ policy: name, outcome: 'ok' });
        return result;
      } catch (error) {
        count(error);
        throw error;
      }
    },
    snapshot: () => ({
      dependency: name,
      policies: {
        deadlineMs: settings.deadline,
        attemptTimeoutMs: settings.attemptTimeout,
        retry: { attempts: settings.retry.attempts },
        breaker: {
          state: breaker.state,
          failureRate: breaker.failureRate,
          openedAt: breaker.openedAt === null ? null : new Date(breaker.openedAt).toISOString(),
        },
        bulkhead: { limit: settings.bulkhead.limit, inUse: bulkhead.inUse, queued: bulkhead.queued },
      },
      calls: { ...calls },
    }),
  };

  function count(error: unknown): void {
    const rejected = REJECTIONS.has(String((error as { code?: unknown }).code));
    if (rejected) calls.rejected++;
    else calls.failed++;
    callsTotal.inc({ policy: name, outcome: rejected ? 'rejected' : 'failed' });
  }

  registerPolicy(policy);
  return policy;
}
