import { describe, expect, it } from 'vitest';
import type { RateLimitAlgorithm } from '../src/index.ts';
import { allowed, limited } from './limited.ts';

const of = (name: RateLimitAlgorithm, limit: number, window: number, burst?: number) =>
  limited({ name: 'api', algorithm: name, limit, window, burst });

describe('token bucket', () => {
  it('holds its burst, then one token for each share of the window (RFC 2697: full at the beginning)', () => {
    const bucket = of('token-bucket', 10, 1_000, 3);
    expect(allowed(bucket, 5)).toBe(3);
    expect(bucket.take()).toMatchObject({ limit: 3, remaining: 0, retryAfter: 100, resetAfter: 300 });
    bucket.wait(99);
    expect(bucket.take().allowed).toBe(false);
    bucket.wait(1);
    expect(bucket.take().allowed).toBe(true);
    bucket.wait(60_000);
    expect(allowed(bucket, 5)).toBe(3);
  });

  it('takes dear calls whole or not at all', () => {
    const bucket = of('token-bucket', 10, 1_000);
    expect(bucket.take(7)).toMatchObject({ allowed: true, remaining: 3 });
    expect(bucket.take(4)).toMatchObject({ allowed: false, remaining: 3, retryAfter: 100 });
    expect(bucket.take(3).allowed).toBe(true);
  });
});

describe('leaky bucket', () => {
  it('gives turns at an even pace (nginx limit_req, burst without nodelay)', () => {
    const bucket = of('leaky-bucket', 10, 1_000, 2);
    const answers = Array.from({ length: 4 }, () => bucket.take());
    expect(answers.map(({ allowed: ok, delay }) => [ok, delay])).toEqual([
      [true, 0],
      [true, 100],
      [true, 200],
      [false, 0],
    ]);
    expect(answers[3]!.retryAfter).toBe(100);
    bucket.wait(100);
    expect(bucket.take()).toMatchObject({ allowed: true, delay: 200 });
  });

  it('without a queue refuses what comes too early (limit_req without burst)', () => {
    const bucket = of('leaky-bucket', 10, 1_000, 0);
    expect(bucket.take().allowed).toBe(true);
    bucket.wait(99);
    expect(bucket.take().allowed).toBe(false);
    bucket.wait(1);
    expect(bucket.take()).toMatchObject({ allowed: true, delay: 0 });
  });
});

describe('fixed window', () => {
  it('begins anew at the edge, not a millisecond before', () => {
    const window = of('fixed-window', 2, 1_000);
    window.at(300);
    expect(allowed(window, 3)).toBe(2);
    expect(window.take()).toMatchObject({ retryAfter: 700, remaining: 0, limit: 2 });
    window.at(999);
    expect(window.take().allowed).toBe(false);
    window.at(1_000);
    expect(window.take().allowed).toBe(true);
  });

  it('lets twice the limit through around an edge: its known weakness (Cloudflare 2017)', () => {
    const window = of('fixed-window', 5, 1_000);
    window.at(999);
    const before = allowed(window, 9);
    window.at(1_000);
    expect(before + allowed(window, 9)).toBe(10);
  });
});

describe('sliding window', () => {
  it('weighs the window before by what is still in view (Cloudflare 2017: 42 · 45/60 + 18 = 49.5)', () => {
    const window = of('sliding-window', 50, 60_000);
    window.at(0);
    expect(allowed(window, 42)).toBe(42);
    window.at(60_000 + 15_000);
    expect(allowed(window, 50)).toBe(18);
    expect(window.take().allowed).toBe(false);
  });

  it('lets nothing more through around an edge', () => {
    const window = of('sliding-window', 5, 1_000);
    window.at(999);
    expect(allowed(window, 9)).toBe(5);
    window.at(1_000);
    expect(allowed(window, 9)).toBe(0);
    window.at(1_200);
    expect(allowed(window, 9)).toBe(1);
  });

  it('forgets a window that is not the last one', () => {
    const window = of('sliding-window', 5, 1_000);
    allowed(window, 9);
    window.at(2_000);
    expect(allowed(window, 9)).toBe(5);
  });
});
