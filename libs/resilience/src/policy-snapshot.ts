import type { BreakerState, CircuitBreaker } from './circuit-breaker.ts';
import type { Bulkhead } from './bulkhead.ts';
import type { PolicySettings } from './policy.ts';
import type { PolicyCounts } from './policy-telemetry.ts';
import type { RetryBudget } from './retry-budget.ts';

/** What a policy is doing right now, for the control room. Times are milliseconds, shares are 0 to 1. */
export interface PolicySnapshot {
  dependency: string;
  policies: {
    deadlineMs: number;
    attemptTimeoutMs: number;
    retry: { attempts: number };
    /** Retries that are allowed right now, of how many, and how many were not allowed so far. */
    budget: { left: number; burst: number; ratio: number; refused: number };
    breaker: {
      state: BreakerState;
      failureRate: number;
      openedAt: string | null;
      slowRate: number;
      consecutiveFailures: number;
    };
    bulkhead: { limit: number; inUse: number; queued: number };
  };
  calls: { total: number; failed: number; retried: number; rejected: number; hedged: number };
}

interface Parts {
  name: string;
  settings: PolicySettings;
  counts: PolicyCounts;
  breaker: CircuitBreaker;
  bulkhead: Bulkhead;
  budget: RetryBudget;
}

export function snapshotOf({ name, settings, counts, breaker, bulkhead, budget }: Parts): PolicySnapshot {
  const { total, failed, retried, rejected, hedged } = counts;
  const { openedAt, state, failureRate, slowRate, consecutiveFailures } = breaker;
  return {
    dependency: name,
    policies: {
      deadlineMs: settings.deadline,
      attemptTimeoutMs: settings.attemptTimeout,
      retry: { attempts: settings.retry.attempts },
      budget: { left: budget.left, burst: budget.burst, ratio: budget.ratio, refused: budget.refused },
      breaker: {
        state,
        failureRate,
        openedAt: openedAt === null ? null : new Date(openedAt).toISOString(),
        slowRate,
        consecutiveFailures,
      },
      bulkhead: { limit: settings.bulkhead.limit, inUse: bulkhead.inUse, queued: bulkhead.queued },
    },
    calls: { total, failed, retried, rejected, hedged },
  };
}
