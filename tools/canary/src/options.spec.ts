import { describe, expect, it } from 'vitest';
import { HELP, readOptions } from './options.ts';
import { readPlan } from './plan.ts';

describe('options', () => {
  it('are those of the plan unless they are given', () => {
    expect(readOptions(['promote', 'product', 'v2'])).toMatchObject({
      ...{ action: 'promote', service: 'product', version: 'v2', namespace: 'tradewind-mesh' },
      ...{ plan: readPlan(), every: readPlan().pause / 4, patience: 300_000, dryRun: false },
    });
    const given = ['--steps', '20,100', '--pause', '10s', '--max-p99', '90ms', '--min-requests', '5'];
    const limits = ['--max-error-rate', '0.2', '--max-latency-ratio', '3'];
    expect(readOptions(['abort', 'cart', 'v3', ...given, ...limits])).toMatchObject({
      ...{ action: 'rollback', every: 2_500 },
      plan: {
        ...{ steps: [20, 100], pause: 10_000 },
        limits: { p99: 0.09, requests: 5, errorRate: 0.2, latencyRatio: 3 },
      },
    });
  });

  it.each([
    [['promote', 'product'], 'give an action, a service and a version'],
    [['advance', 'product', 'v2'], 'advance is not known: give promote, status, rollback'],
    [['promote', 'product', 'v2', '--steps', '50,10,100'], '--steps 50,10,100: whole percents'],
    [['promote', 'product', 'v2', '--steps', '10,50'], '--steps 10,50: whole percents'],
    [['promote', 'product', 'v2', '--pause', '60'], '--pause 60 is no duration'],
    [['promote', 'product', 'v2', '--max-error-rate', '1%'], '--max-error-rate 1% is no number'],
  ])('%j are refused', (args, why) => {
    expect(() => readOptions(args)).toThrow(why);
  });

  it('are described as the plan has them', () => {
    const { steps, limits } = readPlan();
    expect(HELP).toContain(`(from the plan: ${steps.join(',')})`);
    expect(HELP).toContain(`of its calls (${limits.errorRate})`);
    expect(HELP).toContain(`that of the old version (${limits.latencyRatio})`);
    expect(HELP).toContain(`(${limits.p99 * 1_000}ms)`);
    expect(HELP).toContain(`before it is judged (${limits.requests})`);
  });
});
