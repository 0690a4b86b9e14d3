const SLICES = 10;

/** What a window has seen. */
export interface WindowCounts {
  calls: number;
  failed: number;
  slow: number;
}

/**
 * Counts of the last `length` milliseconds in ten slices that are used in turn: old ones leave one slice at a time, and a
 * window costs the same memory however many calls it sees. A call is forgotten between 0.9 and 1 window after it was counted.
 */
export class SlidingWindow {
  private readonly slices = Array.from({ length: SLICES }, () => ({ calls: 0, failed: 0, slow: 0 }));
  private readonly totals: WindowCounts = { calls: 0, failed: 0, slow: 0 };
  private readonly width: number;
  private newest = 0;

  constructor(length: number) {
    this.width = length / SLICES;
  }

  count(now: number, failed: boolean, slow: boolean): void {
    this.moveTo(now);
    const slice = this.slices[this.newest % SLICES]!;
    for (const counts of [slice, this.totals]) {
      counts.calls++;
      if (failed) counts.failed++;
      if (slow) counts.slow++;
    }
  }

  /** The same object each time; it is not to be kept. */
  counts(now: number): Readonly<WindowCounts> {
    this.moveTo(now);
    return this.totals;
  }

  clear(): void {
    for (const counts of [...this.slices, this.totals]) counts.calls = counts.failed = counts.slow = 0;
  }

  private moveTo(now: number): void {
    const slice = Math.floor(now / this.width);
    // A clock that was set back stays in its slice: it neither forgets nor counts twice.
    if (slice <= this.newest) return;
    const passed = Math.min(SLICES, slice - this.newest);
    for (let back = 0; back < passed; back++) this.forget(this.slices[(slice - back) % SLICES]!);
    this.newest = slice;
  }

  private forget(slice: WindowCounts): void {
    this.totals.calls -= slice.calls;
    this.totals.failed -= slice.failed;
    this.totals.slow -= slice.slow;
    slice.calls = slice.failed = slice.slow = 0;
  }
}
