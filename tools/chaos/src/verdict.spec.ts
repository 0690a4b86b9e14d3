import { describe, expect, it } from 'vitest';
import { judge, judgeRefused, type Sample } from './verdict.ts';

const steady = { path: '/', share: 0.99, p99: 1_000 };
const well: Sample = { ok: true, expired: false, milliseconds: 20 };
const samples = (count: number, ...others: Partial<Sample>[]): Sample[] => [
  ...Array.from({ length: count - others.length }, () => well),
  ...others.map((it) => ({ ...well, ...it })),
];

describe('the steady state', () => {
  it('held when as many as must were answered well, in time', () => {
    expect(judge(samples(100), steady)).toEqual({ held: true, requests: 100, share: 1, p99: 20, why: '' });
    expect(judge(samples(100, { ok: false, milliseconds: 5_000 }), steady)).toMatchObject({
      held: true,
      share: 0.99,
    });
  });

  it.each([
    ['98 % answered well, less than 99 %', samples(100, { ok: false }, { ok: false })],
    ['98 % answered well, less than 99 %', samples(100, { expired: true }, { expired: true })],
    ['p99 is 1.5 s, more than 1 s', samples(100, { milliseconds: 1_500 }, { milliseconds: 1_500 })],
    ['9 requests say nothing', samples(9)],
  ])('did not: %s', (why, of) => {
    expect(judge(of, steady)).toMatchObject({ held: false, why });
  });

  it('is another one for who checks certificates', () => {
    const expired = samples(0, ...Array.from({ length: 10 }, () => ({ expired: true })));
    expect(judgeRefused(expired)).toMatchObject({ held: true });
    expect(judgeRefused([...expired.slice(1), well])).toMatchObject({
      ...{ held: false, why: 'a certificate that is in date was shown to 10 %' },
    });
  });
});
