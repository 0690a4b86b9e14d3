import { EPSILON, type RateLimitArithmetic, type RateLimitRule, type RateLimitState } from './rule.ts';

const startOf = ({ window }: RateLimitRule, now: number): number => Math.floor(now / window) * window;

/** Calls of the last window, the window before weighed by how much of it is still in view. */
function used({ window }: RateLimitRule, { at, level, before }: RateLimitState, now: number): number {
  return before * (1 - (now - at) / window) + level;
}

/**
 * Two fixed windows, the older one weighed by its share of the last `window` milliseconds: no edge to wait for, two numbers for a
 * key. It takes the calls of the older window as evenly spread.
 * Source: Julien Desgats, "How we built rate limiting capable of scaling to millions of domains", Cloudflare, 2017.
 */
export const slidingWindow: RateLimitArithmetic = {
  fresh: (rule, now) => ({ at: startOf(rule, now), level: 0, before: 0 }),
  advance(rule, state, now) {
    const at = startOf(rule, now);
    if (at <= state.at) return state;
    return { at, level: 0, before: at - state.at === rule.window ? state.level : 0 };
  },
  fits: (rule, state, now, cost) => used(rule, state, now) + cost <= rule.limit + EPSILON,
  charge: (_rule, state, _now, cost) => ({ ...state, level: state.level + cost }),
  describe(rule, state, now, cost) {
    const untilEdge = state.at + rule.window - now;
    return {
      limit: rule.limit,
      remaining: Math.max(0, Math.floor(rule.limit - used(rule, state, now) + EPSILON)),
      resetAfter: state.level > 0 ? untilEdge + rule.window : state.before > 0 ? untilEdge : 0,
      retryAfter: waitFor(rule, state, now, cost),
      delay: 0,
    };
  },
};

/** When the weight of old calls has sunk so far that the cost fits: in this window, or in the next one. */
function waitFor(
  rule: RateLimitRule,
  { at, level, before }: RateLimitState,
  now: number,
  cost: number,
): number {
  const { limit, window } = rule;
  const room = limit - cost;
  if (before > 0 && level <= room) return at + window * (1 - (room - level) / before) - now;
  const untilEdge = at + window - now;
  return level > room ? untilEdge + window * (1 - room / level) : untilEdge;
}
