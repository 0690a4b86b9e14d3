import { seededRandom } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { jitteredBackoff } from './backoff.ts';

const SEED = 20260105;
const random = seededRandom(SEED);

/** 2,000 waits after the attempt. */
const waits = (initial: number, maximum: number, attempt: number, spread?: number): number[] =>
  Array.from({ length: 2_000 }, () => jitteredBackoff({ initial, maximum }, attempt, { spread, random }));

describe(`back-off with jitter (seed ${SEED})`, () => {
  it('is never longer than the doubled wait, never longer than the maximum, never negative', () => {
    for (let round = 0; round < 30; round++) {
      const initial = 1 + random() * 500;
      const maximum = initial + random() * 20_000;
      for (const attempt of [1, 2, 3, 7, 30]) {
        const ceiling = Math.min(maximum, initial * 2 ** (attempt - 1));
        for (const wait of waits(initial, maximum, attempt).slice(0, 50)) {
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(ceiling);
        }
      }
    }
  });

  it('is spread evenly over all of it', () => {
    const tenths = Map.groupBy(waits(100, 10_000, 3), (wait) => Math.floor(wait / 40));
    expect([...tenths.keys()].toSorted((left, right) => left - right)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    for (const tenth of tenths.values()) expect(Math.abs(tenth.length - 200)).toBeLessThan(60);
  });

  it('with half the spread is never less than half the wait', () => {
    const half = waits(100, 10_000, 3, 0.5);
    expect(Math.min(...half)).toBeGreaterThanOrEqual(200);
    expect(Math.max(...half)).toBeLessThanOrEqual(400);
    expect(Math.min(...half)).toBeLessThan(210);
  });
});
