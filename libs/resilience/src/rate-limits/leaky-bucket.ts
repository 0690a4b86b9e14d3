import { burstOf, EPSILON, type RateLimitArithmetic, type RateLimitRule } from './rule.ts';

const interval = ({ limit, window }: RateLimitRule): number => window / limit;

/**
 * A queue that is emptied at an even pace: calls get turns `window / limit` apart, at most `burst` wait for theirs, and more are
 * refused. The callee sees no bursts at all.
 * Source: nginx, ngx_http_limit_req_module (`burst` without `nodelay`); ITU-T I.371, virtual scheduling.
 */
export const leakyBucket: RateLimitArithmetic = {
  fresh: (_rule, now) => ({ at: now, level: 0, before: 0 }),
  advance: (rule, { at, level }, now) => ({
    at: now,
    level: Math.max(0, level - (now - at) / interval(rule)),
    before: 0,
  }),
  fits: (rule, { level }) => level <= burstOf(rule) + EPSILON,
  charge: (_rule, state, _now, cost) => ({ ...state, level: state.level + cost }),
  describe(rule, { level }, _now, cost) {
    const burst = burstOf(rule);
    return {
      limit: burst + 1,
      remaining: Math.max(0, Math.floor(burst - level + EPSILON) + 1),
      resetAfter: level * interval(rule),
      retryAfter: (level - burst) * interval(rule),
      delay: Math.max(0, level - cost) * interval(rule),
    };
  },
};
