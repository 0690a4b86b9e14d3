import { describe, expect, it } from 'vitest';
import { judge, type Measure } from './judge.ts';
import { readPlan } from './plan.ts';

const { limits } = readPlan();
const good: Measure = { pods: 1, requests: 100, errorRate: 0, p99: 0.1 };
const verdictOn = (candidate: Partial<Measure>, stable = good) =>
  judge({ ...good, ...candidate }, stable, limits);

describe('a new version', () => {
  it('that is like the old one is good, also exactly at every limit', () => {
    expect(verdictOn({})).toEqual({ kind: 'good' });
    const atLimits = { requests: limits.requests, errorRate: limits.errorRate, p99: 0.15 };
    expect(verdictOn(atLimits)).toEqual({ kind: 'good' });
  });

  it('with too few calls is not judged, however bad they were', () => {
    const few = verdictOn({ requests: limits.requests - 0.5, errorRate: 1 });
    expect(few).toEqual({ kind: 'wait', why: '49 of 50 requests that are needed' });
    expect(verdictOn({ requests: 0, errorRate: undefined, p99: undefined })).toMatchObject({ kind: 'wait' });
  });

  it.each<[string, Partial<Measure>, Measure]>([
    ['1.1 % of its calls failed, more than 1 %', { errorRate: 0.011 }, good],
    ['its p99 is 501 ms, more than 500 ms', { p99: 0.501 }, { ...good, p99: 0.5 }],
    ['its p99 is 151 ms, 1.51 times that of the old version (100 ms), more than 1.5', { p99: 0.151 }, good],
    ['no pod of it answers Prometheus', { pods: 0 }, good],
  ])('is bad when %s', (why, candidate, stable) => {
    expect(verdictOn(candidate, stable)).toEqual({ kind: 'bad', why });
  });

  it('is not blamed for a ratio of two short times', () => {
    expect(verdictOn({ p99: 0.012 }, { ...good, p99: 0.002 })).toEqual({ kind: 'good' });
    expect(verdictOn({ p99: 0.038 }, { ...good, p99: 0.002 })).toMatchObject({ kind: 'bad' });
  });

  it('is held to the absolute limits when nobody knows how the old one was', () => {
    expect(judge({ ...good, p99: 0.4 }, undefined, limits)).toEqual({ kind: 'good' });
    expect(judge({ ...good, p99: 0.6 }, undefined, limits)).toMatchObject({ kind: 'bad' });
  });
});
