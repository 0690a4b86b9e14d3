import { metrics } from '@tradewind/observability';
import { fixedClock } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { guardSnapshots } from '../registry.ts';
import { rateLimitHeaders } from './headers.ts';
import { createRateLimiter } from './limiter.ts';
import { memoryRateLimits } from './memory-store.ts';
import type { RateLimitRule } from './rule.ts';

const rule: RateLimitRule = { name: 'checkout', algorithm: 'fixed-window', limit: 2, window: 60_000 };

describe('a limit', () => {
  it('counts each key by itself', async () => {
    const limiter = createRateLimiter(rule, memoryRateLimits(10, fixedClock()));
    const answers = await Promise.all(['ann', 'ann', 'ann', 'bob'].map((key) => limiter.take(key)));
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, false, true]);
  });

  it('tells what it does', async () => {
    const limiter = createRateLimiter({ ...rule, name: 'told' }, memoryRateLimits(10, fixedClock()));
    for (const key of ['ann', 'ann', 'ann']) await limiter.take(key);
    expect(guardSnapshots()).toContainEqual({
      ...{ kind: 'rate-limit', name: 'told', algorithm: 'fixed-window' },
      ...{ limit: 2, windowMs: 60_000, burst: 2, shared: true, allowed: 2, refused: 1, unshared: 0 },
    });
    const text = await metrics.text();
    expect(text).toContain('resilience_rate_limit_total{limit="told",outcome="refused"} 1');
    expect(text).not.toContain('ann');
  });

  it('counts by itself while the shared counts cannot be had', async () => {
    const broken = { take: () => Promise.reject(new Error('no database')) };
    const limiter = createRateLimiter({ ...rule, name: 'alone' }, broken);
    const answers = [await limiter.take('ann'), await limiter.take('ann'), await limiter.take('ann')];
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, false]);
    expect(guardSnapshots().find(({ name }) => name === 'alone')).toMatchObject({ unshared: 3, refused: 1 });
  });

  it('refuses what can never fit, and rules that make no sense', async () => {
    await expect(createRateLimiter(rule).take('ann', 3)).rejects.toMatchObject({ code: 'RATE_LIMIT.COST' });
    expect(() => createRateLimiter({ ...rule, name: 'Check Out' })).toThrow('lower-case words');
    expect(() => createRateLimiter({ ...rule, window: 0 })).toThrow('above 0');
  });
});

describe('counts in memory', () => {
  it('are bounded: what was used longest ago is forgotten first', async () => {
    const store = memoryRateLimits(2, fixedClock());
    for (const key of ['a', 'a', 'b', 'b', 'a', 'c']) await store.take(rule, key, 1);
    // b was used longest ago and begins anew; a and c are still known.
    expect((await store.take(rule, 'a', 1)).allowed).toBe(false);
    expect((await store.take(rule, 'b', 1)).remaining).toBe(1);
  });

  it('tell keys of different rules apart', async () => {
    const store = memoryRateLimits(10, fixedClock());
    for (let calls = 0; calls < 2; calls++) await store.take(rule, 'ann', 1);
    expect((await store.take({ ...rule, name: 'browse' }, 'ann', 1)).allowed).toBe(true);
  });
});

describe('the headers (draft-ietf-httpapi-ratelimit-headers-10, RFC 9110)', () => {
  const decision = { allowed: true, limit: 100, remaining: 50, resetAfter: 29_001, retryAfter: 0, delay: 0 };

  it('name the policy, what is left and seconds to the reset, rounded up', () => {
    expect(rateLimitHeaders(rule, decision)).toEqual({
      'ratelimit-policy': '"checkout";q=100;w=60',
      ratelimit: '"checkout";r=50;t=30',
    });
  });

  it('say with a refusal when to come back, in one second at the earliest', () => {
    const refused = { ...decision, allowed: false, remaining: 0, retryAfter: 1 };
    expect(rateLimitHeaders(rule, refused)).toEqual({
      'ratelimit-policy': '"checkout";q=100;w=60',
      ratelimit: '"checkout";r=0;t=1',
      'retry-after': '1',
    });
  });
});
