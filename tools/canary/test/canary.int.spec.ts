import { findPrometheus } from '@tradewind/telemetry-back-ends';
import { eventually } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { startShop } from './shop.ts';

const prometheus = await findPrometheus();
const FAST = ['--pause', '3s', '--every', '1s', '--min-requests', '10', '--patience', '3s'];
const GOOD = { failsOneIn: 0, takes: 2 };

describe.skipIf('missing' in prometheus)('a new version, judged by a real Prometheus', () => {
  it('gets all traffic step by step when it is good', async ({ onTestFinished }) => {
    const shop = await startShop(GOOD, 100, onTestFinished);
    const canary = shop.canary('promote', 'product', 'v2', '--steps', '20,60,100', ...FAST);
    expect(await canary.code, canary.output()).toBe(0);
    expect(shop.weights()).toEqual([0, 20, 60, 100]);
    expect(canary.output()).toContain('v2 has all traffic of product');
    expect(canary.output()).toMatch(/20 % .* 3 s .*0 % .*0 % .*good/);
  });

  it('loses its traffic when its calls fail', async ({ onTestFinished }) => {
    const shop = await startShop({ failsOneIn: 4, takes: 2 }, 100, onTestFinished);
    const canary = shop.canary('promote', 'product', 'v2', '--steps', '30,100', ...FAST);
    expect(await canary.code, canary.output()).toBe(1);
    expect(shop.weights()).toEqual([0, 30, 0]);
    expect(canary.output()).toMatch(/rolling back: [\d.]+ % of its calls failed, more than 1 %/);
  });

  it('loses its traffic when it is slower than the old one', async ({ onTestFinished }) => {
    const shop = await startShop({ failsOneIn: 0, takes: 120 }, 100, onTestFinished);
    const canary = shop.canary('promote', 'product', 'v2', '--steps', '30,100', ...FAST);
    expect(await canary.code, canary.output()).toBe(1);
    expect(shop.weights()).toEqual([0, 30, 0]);
    expect(canary.output()).toMatch(/rolling back: its p99 is .* times that of the old version/);
  });

  it('loses its traffic when nobody calls it', async ({ onTestFinished }) => {
    const shop = await startShop(GOOD, 1, onTestFinished);
    const canary = shop.canary('promote', 'product', 'v2', ...FAST);
    expect(await canary.code, canary.output()).toBe(1);
    expect(shop.weights()).toEqual([0, 10, 0]);
    expect(canary.output()).toMatch(/rolling back: too little traffic for 6.* s: \d of 10 requests/);
  });

  it('loses its traffic on Ctrl-C, and when Prometheus is lost', async ({ onTestFinished }) => {
    const shop = await startShop(GOOD, 100, onTestFinished);
    const stopped = shop.canary('promote', 'product', 'v2', ...FAST);
    await eventually(() => expect(stopped.output()).toContain('10 %'));
    stopped.stop();
    expect(await stopped.code, stopped.output()).toBe(1);
    expect(stopped.output()).toContain('rolling back: stopped by SIGINT');
    const blind = shop.canary('promote', 'product', 'v2', ...FAST);
    await eventually(() => expect(blind.output()).toContain('10 %'));
    await shop.prometheus.stop();
    expect(await blind.code, blind.output()).toBe(1);
    expect(blind.output()).toContain('rolling back: Prometheus is lost');
    expect(shop.weights()).toEqual([0, 10, 0, 10, 0]);
  });
});

it('a real Prometheus is there, or it is said why not', ({ skip }) => {
  if ('missing' in prometheus) skip(prometheus.missing);
});
