import { isAnswer } from '@tradewind/kernel';
import { attempt, type Call } from './attempt.ts';
import { createBulkhead, type BulkheadSettings } from './bulkhead.ts';
import { callContext } from './call-context.ts';
import {
  createCircuitBreaker,
  type BreakerReason,
  type BreakerSettings,
  type BreakerState,
} from './circuit-breaker.ts';
import { isRejection } from './failures.ts';
import { createHedge, type HedgeSettings } from './hedge.ts';
import { snapshotOf, type PolicySnapshot } from './policy-snapshot.ts';
import {
  publishCounts,
  tellBreaker,
  tellRejection,
  tellRetry,
  type PolicyCounts,
} from './policy-telemetry.ts';
import { registerPolicy } from './registry.ts';
import { createRetryBudget, type RetryBudgetSettings } from './retry-budget.ts';
import { retry, type RetrySettings } from './retry.ts';
import { sharedTimers } from './timers.ts';

export interface PolicySettings {
  /** Milliseconds for everything, all attempts and waits included. */
  deadline: number;
  /** Milliseconds for one attempt. */
  attemptTimeout: number;
  retry: RetrySettings;
  /** Default: 0.1 retries for a call, 20 saved up. */
  budget?: RetryBudgetSettings;
  breaker: BreakerSettings;
  bulkhead: BulkheadSettings;
  /** Default: no read is hedged. */
  hedge?: HedgeSettings;
}

export interface ExecuteOptions {
  /** False: the call may have an effect each time, so it is tried once only. Default true. */
  idempotent?: boolean;
  /** True: a read that takes unusually long is sent a second time, if the policy hedges. Default false. */
  hedge?: boolean;
  /** The caller's: its abort reaches the work, ends waiting, and there is no other attempt. */
  signal?: AbortSignal;
}

/** Named and immutable. Outermost first: deadline, retry, circuit breaker, bulkhead, timeout of one attempt. */
export interface Policy {
  readonly name: string;
  execute<T>(work: (signal: AbortSignal) => Promise<T>, options?: ExecuteOptions): Promise<T>;
  snapshot(): PolicySnapshot;
}

const DEFAULT_BUDGET: RetryBudgetSettings = { ratio: 0.1, burst: 20 };
const NO_OPTIONS: ExecuteOptions = {};

export function createPolicy(
  name: string,
  settings: PolicySettings,
  onBreaker?: (state: BreakerState, reason: BreakerReason) => void,
): Policy {
  const counts: PolicyCounts = { ok: 0, failed: 0, rejected: 0, total: 0, retried: 0, hedged: 0 };
  const bulkhead = createBulkhead(name, settings.bulkhead);
  const breaker = createCircuitBreaker(name, settings.breaker, (state, reason) => {
    tellBreaker(name, state, reason);
    onBreaker?.(state, reason);
  });
  const budget = createRetryBudget(settings.budget ?? DEFAULT_BUDGET);
  const hedge = settings.hedge && createHedge(settings.hedge, budget, () => counts.hedged++);
  const once: RetrySettings = { ...settings.retry, attempts: 1 };
  const onRetry = (_error: unknown, attempt: number, wait: number): void => {
    counts.retried++;
    tellRetry(name, attempt, wait);
  };

  const { attemptTimeout } = settings;
  const guards = { name, breaker, bulkhead, attemptTimeout, start: sharedTimers(attemptTimeout) };

  async function execute<T>(
    work: (signal: AbortSignal) => Promise<T>,
    { idempotent = true, hedge: hedged = false, signal }: ExecuteOptions = NO_OPTIONS,
  ): Promise<T> {
    const caller = callContext();
    const deadline = Math.min(caller.deadline, performance.now() + settings.deadline);
    const report = { spent: false };
    const leaving = bothOf(signal, caller.signal);
    const call: Call<T> = {
      work,
      signal: leaving,
      deadline,
      previousAttempts: caller.previousAttempts,
      report,
    };
    const tried = (number: number): Promise<T> =>
      hedged && hedge && idempotent
        ? hedge.execute((own) => attempt(guards, { ...call, signal: own }, number), leaving)
        : attempt(guards, call, number);
    counts.total++;
    budget.deposit();
    try {
      const rules = idempotent ? settings.retry : once;
      const result = await retry(rules, tried, {
        signal: leaving,
        caller,
        deadline,
        report,
        budget,
        onRetry,
      });
      counts.ok++;
      return result;
    } catch (error) {
      countFailure(error);
      throw error;
    }
  }

  function countFailure(error: unknown): void {
    if (isRejection(error)) {
      counts.rejected++;
      tellRejection(name, error.code);
    } else if (isAnswer(error)) counts.ok++;
    else counts.failed++;
  }

  publishCounts(name, counts, () => budget.refused);
  const parts = { name, settings, counts, breaker, bulkhead, budget };
  const policy: Policy = { name, execute, snapshot: () => snapshotOf(parts) };
  registerPolicy(policy);
  return policy;
}

/** Joining two signals costs more than a call: mostly there is one at most. */
function bothOf(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one && other && one !== other ? AbortSignal.any([one, other]) : (one ?? other);
}
