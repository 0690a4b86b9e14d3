import type { RateLimitDecision, RateLimitRule } from '../src/index.ts';
import type { RateLimitState } from '../src/rate-limits/rule.ts';
import { takeFromLimit } from '../src/rate-limits/take.ts';

const START = 1_800_000_000_000;

/** A limit and a clock that stands still until it is told. */
export function limited(rule: RateLimitRule) {
  let state: RateLimitState | undefined;
  let now = START;
  return {
    at: (time: number) => void (now = START + time),
    wait: (milliseconds: number) => void (now += milliseconds),
    now: () => now - START,
    take(cost = 1): RateLimitDecision {
      const taken = takeFromLimit(rule, state, now, cost);
      state = taken.state;
      return taken.decision;
    },
  };
}
/** How many of so many calls are let through. */
export const allowed = (limit: ReturnType<typeof limited>, calls: number): number =>
  Array.from({ length: calls }, () => limit.take().allowed).filter(Boolean).length;
