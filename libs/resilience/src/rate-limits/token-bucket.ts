import { burstOf, EPSILON, type RateLimitArithmetic, type RateLimitRule } from './rule.ts';

const rate = ({ limit, window }: RateLimitRule): number => limit / window;

/**
 * A bucket that fills at `limit` tokens for each window and holds `burst`; a call takes one. Bursts pass at once, and in the long
 * run there are no more calls than the rate.
 * Source: Jonathan Turner, "New Directions in Communications", IEEE Communications 24 (10), 1986; RFC 2697.
 */
export const tokenBucket: RateLimitArithmetic = {
  fresh: (rule, now) => ({ at: now, level: burstOf(rule), before: 0 }),
  advance: (rule, { at, level }, now) => ({
    at: now,
    level: Math.min(burstOf(rule), level + (now - at) * rate(rule)),
    before: 0,
  }),
  fits: (_rule, { level }, _now, cost) => level + EPSILON >= cost,
  charge: (_rule, state, _now, cost) => ({ ...state, level: Math.max(0, state.level - cost) }),
  describe: (rule, { level }, _now, cost) => ({
    limit: burstOf(rule),
    remaining: Math.floor(level + EPSILON),
    resetAfter: (burstOf(rule) - level) / rate(rule),
    retryAfter: (cost - level) / rate(rule),
    delay: 0,
  }),
};
