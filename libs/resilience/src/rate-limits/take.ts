import { fixedWindow } from './fixed-window.ts';
import { leakyBucket } from './leaky-bucket.ts';
import type {
  RateLimitAlgorithm,
  RateLimitArithmetic,
  RateLimitDecision,
  RateLimitRule,
  RateLimitState,
} from './rule.ts';
import { slidingWindow } from './sliding-window.ts';
import { tokenBucket } from './token-bucket.ts';

const ARITHMETIC: Record<RateLimitAlgorithm, RateLimitArithmetic> = {
  'token-bucket': tokenBucket,
  'leaky-bucket': leakyBucket,
  'fixed-window': fixedWindow,
  'sliding-window': slidingWindow,
};

/**
 * Counts a call against a rule: pure arithmetic. A refused call costs nothing.
 * @param state undefined: the key has not been seen
 * @param now milliseconds since 1970; a clock that was set back stands still
 */
export function takeFromLimit(
  rule: RateLimitRule,
  state: RateLimitState | undefined,
  now: number,
  cost = 1,
): { state: RateLimitState; decision: RateLimitDecision } {
  const { fresh, advance, fits, charge } = ARITHMETIC[rule.algorithm];
  const time = state ? Math.max(now, state.at) : now;
  const before = state ? advance(rule, state, time) : fresh(rule, time);
  const allowed = fits(rule, before, time, cost);
  const after = allowed ? charge(rule, before, time, cost) : before;
  return { state: after, decision: decide(rule, after, time, cost, allowed) };
}

/** What to answer, from the state after the call. Times are rounded up: who waits so long is not refused for a fraction. */
export function decide(
  rule: RateLimitRule,
  state: RateLimitState,
  now: number,
  cost: number,
  allowed: boolean,
): RateLimitDecision {
  const told = ARITHMETIC[rule.algorithm].describe(rule, state, now, cost);
  return {
    ...told,
    allowed,
    resetAfter: up(told.resetAfter),
    retryAfter: allowed ? 0 : Math.max(1, up(told.retryAfter)),
    delay: allowed ? up(told.delay) : 0,
  };
}

const up = (milliseconds: number): number => Math.max(0, Math.ceil(milliseconds - 1e-6));
