import { describe, expect, it } from 'vitest';
import { payment, recommend, search } from './support/calls.ts';
import { patched } from './support/patches.ts';
import { asGateway, asOrder, counted, send, type Job, type Probe } from './support/probes.ts';
import { until } from './support/proxies.ts';

const tester = { headers: { 'x-lab': 'fault' }, count: 10, concurrency: 10 };
const ABORTED = '200 grpc 14 fault filter abort';

/** Each file, what it does to a tester, and that nobody else notices. */
const labs: readonly [string, string, Probe, (more: Partial<Job>) => Job, 'away' | number][] = [
  ['product-away-for-testers', 'product', asGateway, search, 'away'],
  ['recommendation-away-for-testers', 'recommendation', asGateway, recommend, 'away'],
  ['recommendation-slow-for-testers', 'recommendation', asGateway, recommend, 2_000],
  ['payment-away-for-testers', 'payment', asOrder, payment, 'away'],
  ['payment-slow-for-testers', 'payment', asOrder, payment, 3_000],
];

describe('a fault of the mesh', () => {
  it.each(labs)('%s hits the tester and nobody else', async (file, host, probe, call, effect) => {
    await patched('virtualservice', host, `faults/${file}.yaml`, async () => {
      await until(probe, (text) => text.includes(`lab-${host}-`));
      const hit = await send(probe, call(tester));
      if (effect === 'away') expect(counted(hit)).toEqual({ [ABORTED]: 10 });
      else expect(hit.p50).toBeGreaterThanOrEqual(effect);
      const others = await send(probe, call({ count: 10, concurrency: 10 }));
      expect(others.p99).toBeLessThan(1_500);
      expect(counted(others)).not.toHaveProperty([ABORTED]);
    });
  });

  it('payment-away-now-and-then hits one call in five', async () => {
    await patched('virtualservice', 'payment', 'faults/payment-away-now-and-then.yaml', async () => {
      await until(asOrder, (text) => text.includes('lab-payment-now-and-then'));
      const { [ABORTED]: aborted } = counted(await send(asOrder, payment({ count: 500 })));
      expect(aborted! / 500).toBeGreaterThan(0.13);
      expect(aborted! / 500).toBeLessThan(0.27);
    });
  });
});
