import { trace } from '@opentelemetry/api';
import { AppError } from '@tradewind/kernel';
import { metrics } from '@tradewind/observability';
import { registerGuard } from '../registry.ts';
import { memoryRateLimits } from './memory-store.ts';
import { burstOf, type RateLimitDecision, type RateLimitRule } from './rule.ts';
import type { RateLimitStore } from './store.ts';

export interface RateLimiter {
  readonly rule: RateLimitRule;
  /**
   * Counts a call of `key`, such as a user and an endpoint, if it fits.
   * @param cost calls that it counts for. Default 1
   */
  take(key: string, cost?: number): Promise<RateLimitDecision>;
}

const decisions = metrics.counter(
  'resilience_rate_limit_total',
  'Calls that were counted, by limit and outcome.',
  ['limit', 'outcome'],
);

/**
 * A limit for each key, counted in this process or, with `sharedRateLimits`, over all replicas. When the shared counts cannot be
 * had, those of this process hold: a limit is no reason to refuse everybody.
 * @throws AppError from `take`: RATE_LIMIT.COST when a call costs more than ever fits
 */
export function createRateLimiter(rule: RateLimitRule, store?: RateLimitStore): RateLimiter {
  check(rule);
  const own = memoryRateLimits();
  const counts = { allowed: 0, refused: 0, unshared: 0 };

  async function decide(key: string, cost: number): Promise<RateLimitDecision> {
    if (!store) return own.take(rule, key, cost);
    try {
      return await store.take(rule, key, cost);
    } catch {
      counts.unshared++;
      decisions.inc({ limit: rule.name, outcome: 'unshared' });
      return own.take(rule, key, cost);
    }
  }

  registerGuard(() => ({
    kind: 'rate-limit',
    name: rule.name,
    algorithm: rule.algorithm,
    limit: rule.limit,
    windowMs: rule.window,
    burst: burstOf(rule),
    shared: store !== undefined,
    ...counts,
  }));

  return {
    rule,
    async take(key, cost = 1) {
      if (!(cost > 0 && cost <= largestCost(rule))) throw tooDear(rule, cost);
      const decision = await decide(key, cost);
      const outcome = decision.allowed ? 'allowed' : 'refused';
      counts[outcome]++;
      decisions.inc({ limit: rule.name, outcome });
      // Never the key: it is a person's.
      if (!decision.allowed) trace.getActiveSpan()?.addEvent('resilience.rate_limited', { limit: rule.name });
      return decision;
    },
  };
}

function largestCost(rule: RateLimitRule): number {
  return rule.algorithm === 'token-bucket' ? burstOf(rule) : rule.limit;
}

function check({ name, limit, window, burst = limit }: RateLimitRule): void {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new Error(`a rate limit is named by lower-case words with hyphens, not "${name}"`);
  if (!(limit > 0 && window > 0 && burst >= 0))
    throw new Error(`rate limit ${name}: limit and window must be above 0, burst 0 or more`);
}

function tooDear({ name }: RateLimitRule, cost: number): AppError {
  return new AppError(
    'invalid',
    'RATE_LIMIT.COST',
    `a call of cost ${cost} never fits into the limit ${name}`,
  );
}
