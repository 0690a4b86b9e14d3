import type { RateLimitDecision, RateLimitRule } from './rule.ts';

/** Where the counts of keys are kept. */
export interface RateLimitStore {
  /** Counts a call, if it fits. @param cost calls that it counts for */
  take(rule: RateLimitRule, key: string, cost: number): Promise<RateLimitDecision>;
}
