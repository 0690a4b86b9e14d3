import { expect, it } from 'vitest';
import { rateLimitedSampler } from './rate-limited-sampler.ts';

it('records so many traces of each second, and saves up no more than one second’s', () => {
  let now = 0;
  const sampler = rateLimitedSampler(5, () => now);
  const recorded = (calls: number): number =>
    Array.from(
      { length: calls },
      () => (sampler.shouldSample as () => { decision: number })().decision,
    ).filter((it) => it > 0).length;
  expect(recorded(100)).toBe(5);
  now += 400;
  expect(recorded(100)).toBe(2);
  now += 60_000;
  expect(recorded(100)).toBe(5);
});
