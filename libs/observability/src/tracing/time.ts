// The monotonic clock stands still while a laptop sleeps; the wall clock jumps. Spans have the wall clock's time at the
// monotonic clock's precision, set right when both have come apart by more than this (milliseconds).
const TOLERANCE = 50;

let anchor = Date.now() - performance.now();

/** Milliseconds since 1970, with fractions. */
export const now = (): number => anchor + performance.now();

/** Follows the wall clock; called with every batch of spans. */
export function followWallClock(): void {
  const wanted = Date.now() - performance.now();
  if (Math.abs(wanted - anchor) > TOLERANCE) anchor = wanted;
}
