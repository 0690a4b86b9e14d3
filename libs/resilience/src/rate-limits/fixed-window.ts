import type { RateLimitArithmetic, RateLimitRule } from './rule.ts';

const startOf = ({ window }: RateLimitRule, now: number): number => Math.floor(now / window) * window;

/**
 * Counts from one full window to the next. Cheap and easy to explain; around an edge twice the limit may pass.
 * Source: Stripe, "Scaling your API with rate limiters", 2017.
 */
export const fixedWindow: RateLimitArithmetic = {
  fresh: (rule, now) => ({ at: startOf(rule, now), level: 0, before: 0 }),
  advance: (rule, state, now) => (startOf(rule, now) > state.at ? fixedWindow.fresh(rule, now) : state),
  fits: ({ limit }, { level }, _now, cost) => level + cost <= limit,
  charge: (_rule, state, _now, cost) => ({ ...state, level: state.level + cost }),
  describe({ limit, window }, { at, level }, now) {
    const untilEdge = at + window - now;
    return {
      limit,
      remaining: limit - level,
      resetAfter: level > 0 ? untilEdge : 0,
      retryAfter: untilEdge,
      delay: 0,
    };
  },
};
