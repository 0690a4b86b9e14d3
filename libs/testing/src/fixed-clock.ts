import type { Clock } from '@tradewind/kernel';

export interface FixedClock extends Clock {
  /** Time goes on by so many milliseconds. */
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is told. */
export function fixedClock(start: number | string = '2026-01-01T00:00:00Z'): FixedClock {
  let now = typeof start === 'string' ? Date.parse(start) : start;
  return { now: () => now, advance: (milliseconds) => (now += milliseconds) };
}
