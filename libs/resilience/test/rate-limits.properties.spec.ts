import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RateLimitAlgorithm, RateLimitRule } from '../src/index.ts';
import { allowed, limited } from './limited.ts';

const SEED = 20260311;
const ALGORITHMS: RateLimitAlgorithm[] = ['token-bucket', 'leaky-bucket', 'fixed-window', 'sliding-window'];

const algorithm = fc.constantFrom(...ALGORITHMS);
const rule = fc.record({
  name: fc.constant('api'),
  algorithm,
  limit: fc.integer({ min: 1, max: 50 }),
  window: fc.integer({ min: 10, max: 60_000 }),
  burst: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
});
/** Milliseconds between calls: many at once, and pauses longer than any window. */
const gaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100_000 })), {
  minLength: 1,
  maxLength: 120,
});
const always = (property: fc.IPropertyWithHooks<never> | fc.IProperty<never>): void =>
  fc.assert(property as fc.IProperty<never>, { seed: SEED, numRuns: 300 });

describe(`every algorithm (seed ${SEED})`, () => {
  it('answers with numbers that make sense, and a refusal costs nothing', () => {
    always(
      fc.property(rule, gaps, (it, waits) => {
        const limit = limited(it);
        for (const wait of waits) {
          limit.wait(wait);
          const { remaining, resetAfter, retryAfter, delay, allowed: ok, limit: most } = limit.take();
          expect(remaining).toBeGreaterThanOrEqual(0);
          expect(remaining).toBeLessThanOrEqual(most);
          expect(resetAfter).toBeGreaterThanOrEqual(0);
          expect(retryAfter > 0).toBe(!ok);
          if (!ok) expect(delay).toBe(0);
          if (!ok) expect(limit.take().retryAfter).toBe(retryAfter);
        }
      }) as never,
    );
  });

  it('keeps its word: who waits for retryAfter is let in, a millisecond less is too little', () => {
    always(
      fc.property(rule, gaps, (it, waits) => {
        const limit = limited(it);
        for (const wait of waits) {
          limit.wait(wait);
          const { allowed: ok, retryAfter } = limit.take();
          if (ok) continue;
          limit.wait(retryAfter - 1);
          expect(limit.take().allowed).toBe(false);
          limit.wait(1);
          expect(limit.take().allowed).toBe(true);
        }
      }) as never,
    );
  });

  it('says exactly how many more calls fit in right now', () => {
    always(
      fc.property(rule, gaps, (it, waits) => {
        const limit = limited(it);
        let left: number | undefined;
        for (const wait of waits) {
          limit.wait(wait);
          left = limit.take().remaining;
        }
        expect(allowed(limit, left! + 3)).toBe(left);
      }) as never,
    );
  });

  it('is as new after resetAfter', () => {
    always(
      fc.property(rule, gaps, (it, waits) => {
        const limit = limited(it);
        let reset = 0;
        for (const wait of waits) {
          limit.wait(wait);
          reset = limit.take().resetAfter;
        }
        limit.wait(reset);
        expect(limit.take().remaining).toBe(limited(it).take().remaining);
      }) as never,
    );
  });

  it('does not run backwards with a clock that was set back', () => {
    always(
      fc.property(rule, (it) => {
        const limit = limited(it);
        limit.at(it.window * 3);
        const first = allowed(limit, 200);
        limit.at(0);
        expect([allowed(limit, 200), first > 0]).toEqual([0, true]);
        const { remaining, retryAfter } = limit.take();
        expect([remaining, retryAfter <= it.window * 2]).toEqual([0, true]);
        limit.at(it.window * 3);
        expect(allowed(limit, 200)).toBe(0);
      }) as never,
    );
  });
});

describe('in the long run', () => {
  const most: Record<RateLimitAlgorithm, (it: RateLimitRule, time: number) => number> = {
    'token-bucket': ({ limit, window, burst = limit }, time) => burst + (time * limit) / window,
    'leaky-bucket': ({ limit, window, burst = limit }, time) => burst + 1 + (time * limit) / window,
    'fixed-window': ({ limit, window }, time) => limit * (Math.floor(time / window) + 2),
    'sliding-window': ({ limit, window }, time) => limit * (Math.floor(time / window) + 2),
  };
  it.each(ALGORITHMS)('%s lets no more through than its rate, however one calls', (name) => {
    always(
      fc.property(rule, gaps, (drawn, waits) => {
        const it = { ...drawn, algorithm: name };
        const limit = limited(it);
        let passed = 0;
        for (const wait of waits) {
          limit.wait(wait % (it.window * 2));
          passed += allowed(limit, 5);
        }
        expect(passed).toBeLessThanOrEqual(most[name](it, limit.now()) + 1e-6);
      }) as never,
    );
  });
});
