import { describe, expect, it } from 'vitest';
import { always, followLinks, probability, rateLimited, type HeadSampler } from './samplers.ts';

const trace = (number: number) => ({
  traceId: '0'.repeat(18) + Math.floor(number).toString(16).padStart(14, '0'),
  links: [],
});
const link = (traceFlags: number) => ({ context: { traceId: 't', spanId: 's', traceFlags } });
const recorded = (sampler: HeadSampler, calls: number): number =>
  Array.from({ length: calls }, () => sampler(trace(0))).filter(Boolean).length;

describe('the probabilistic sampler', () => {
  it.each([0.01, 0.1, 0.5])('records a share of %d of evenly spread ids', (share) => {
    const sampler = probability(share);
    const ids = Array.from({ length: 1_000 }, (_, index) => trace((index * 2 ** 56) / 1_000));
    expect(ids.filter(sampler)).toHaveLength(share * 1_000);
  });

  it('records none of them, or all', () => {
    expect([trace(0), trace(2 ** 56 - 8)].map(probability(0))).toEqual([false, false]);
    expect([trace(0), trace(2 ** 56 - 8)].map(probability(1))).toEqual([true, true]);
  });

  it('says the same about a trace wherever it is asked, and a larger share holds the smaller one', () => {
    for (let index = 0; index < 1_000; index++) {
      const it = trace((index * 2 ** 56) / 1_000);
      expect(probability(0.2)(it)).toBe(probability(0.2)({ ...it }));
      if (probability(0.2)(it)) expect(probability(0.3)(it)).toBe(true);
    }
  });
});

describe('the rate-limited sampler', () => {
  it('records so many traces of each second, and saves up no more than one second’s', () => {
    let now = 0;
    const sampler = rateLimited(5, () => now);
    expect(recorded(sampler, 100)).toBe(5);
    now += 400;
    expect(recorded(sampler, 100)).toBe(2);
    now += 60_000;
    expect(recorded(sampler, 100)).toBe(5);
  });
});

describe('work for many at once', () => {
  it('is recorded when one of them is, without a look at the limit', () => {
    const sampler = followLinks(() => false);
    expect(sampler({ traceId: 't', links: [link(0), link(1)] })).toBe(true);
    expect(followLinks(always)({ traceId: 't', links: [link(0)] })).toBe(false);
    expect(followLinks(always)({ traceId: 't', links: [] })).toBe(true);
  });
});
