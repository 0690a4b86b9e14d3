import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitAfter, type BackoffShape, type Jitter } from '../src/index.ts';

const SEED = 20260313;
const run = { seed: SEED, numRuns: 1_000 };

/**
 * The formulas of Marc Brooker, "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015), with base b, cap c, attempt n from 0:
 * full: random(0, min(c, b·2ⁿ)) · equal: t/2 + random(0, t/2) · decorrelated: min(c, random(b, 3·before)).
 */
const settings = fc.record({
  initial: fc.integer({ min: 1, max: 1_000 }),
  maximum: fc.integer({ min: 1_000, max: 60_000 }),
});
const attempt = fc.integer({ min: 1, max: 60 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function wait(backoff: BackoffShape, jitter: Jitter) {
  return (it: { initial: number; maximum: number }, n: number, random: number, before = it.initial) =>
    waitAfter({ ...it, backoff, jitter }, n, before, () => random);
}

describe(`the bounds of waits (seed ${SEED})`, () => {
  it.each<[Jitter, number]>([
    ['full', 0],
    ['equal', 0.5],
    ['none', 1],
  ])('exponential with %s jitter: between %d and 1 times the doubled wait', (jitter, lowest) => {
    fc.assert(
      fc.property(settings, attempt, chance, (it, n, random) => {
        const ceiling = Math.min(it.maximum, it.initial * 2 ** (n - 1));
        const waited = wait('exponential', jitter)(it, n, random);
        expect(waited).toBeGreaterThanOrEqual(ceiling * lowest);
        expect(waited).toBeLessThanOrEqual(ceiling);
      }),
      run,
    );
  });

  it('decorrelated: between the initial wait and three times the one before, never above the maximum', () => {
    fc.assert(
      fc.property(settings, fc.array(chance, { minLength: 1, maxLength: 30 }), (it, chances) => {
        let before = it.initial;
        for (const random of chances) {
          const waited = wait('decorrelated', 'full')(it, 1, random, before);
          expect(waited).toBeGreaterThanOrEqual(Math.min(it.initial, it.maximum));
          expect(waited).toBeLessThanOrEqual(Math.min(it.maximum, before * 3));
          before = waited;
        }
      }),
      run,
    );
  });

  it('fixed: the same ceiling after each attempt', () => {
    fc.assert(
      fc.property(settings, attempt, (it, n) => {
        expect(wait('fixed', 'none')(it, n, 0.5)).toBe(it.initial);
        expect(wait('fixed', 'full')(it, n, 0.25)).toBe(it.initial / 4);
      }),
      run,
    );
  });

  it('never overflows: after a thousand attempts it is the maximum', () => {
    expect(wait('exponential', 'none')({ initial: 50, maximum: 1_000 }, 5_000, 0)).toBe(1_000);
  });
});

describe('the ends of chance', () => {
  const it100 = { initial: 100, maximum: 10_000 };
  it.each<[BackoffShape, Jitter, number, number, number]>([
    ['exponential', 'full', 3, 0, 400],
    ['exponential', 'equal', 3, 200, 400],
    ['exponential', 'none', 3, 400, 400],
    ['fixed', 'equal', 3, 50, 100],
    ['decorrelated', 'full', 3, 100, 300],
  ])('%s, %s, attempt %d: from %d to %d ms', (backoff, jitter, n, least, most) => {
    const of = wait(backoff, jitter);
    expect(of(it100, n, 0)).toBe(least);
    expect(of(it100, n, 1)).toBe(most);
  });
});
