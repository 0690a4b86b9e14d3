import { eventually } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { certificate, fails, pod, startChaos, startSecureShop, startShop, wait } from './shop.ts';

const ROUTES = 'virtualservices.networking.istio.io/recommendation';
const routes = {
  spec: {
    http: [
      { name: 'cookie', fault: { delay: { fixedDelay: '1ms' } } },
      { name: 'rest', route: [] },
    ],
  },
};
const COREDNS = { data: { Corefile: '.:53 {\n    errors\n    reload\n}\n' } };

describe('an experiment', () => {
  it('holds when the shop does not mind, and leaves the routes as they were', async ({ onTestFinished }) => {
    const shop = await startShop({ [ROUTES]: routes }, () => wait(1), onTestFinished);
    const chaos = startChaos(shop, ['run', 'latency'], onTestFinished);
    await eventually(() => expect(JSON.stringify(shop.cluster.read(ROUTES)).match(/2s/g)).toHaveLength(2));
    expect(await chaos.code, chaos.output()).toBe(0);
    expect(chaos.output()).toMatch(
      /before .*100 %.*as expected[^]*during .*as expected[^]*put right[^]*after .*as expected/,
    );
    expect(shop.cluster.read(ROUTES)).toEqual(routes);
  });

  it('fails when the shop becomes slow, and leaves the routes as they were', async ({ onTestFinished }) => {
    const late = () => wait(JSON.stringify(shop.cluster.read(ROUTES)).includes('2s') ? 1_200 : 1);
    const shop = await startShop({ [ROUTES]: routes }, late, onTestFinished);
    const chaos = startChaos(shop, ['run', 'latency'], onTestFinished);
    expect(await chaos.code, chaos.output()).toBe(1);
    expect(chaos.output()).toMatch(/during .*p99 is 1\.2 s, more than 1 s/);
    expect(shop.cluster.read(ROUTES)).toEqual(routes);
  });

  it('makes a route where there is none, and takes it away', async ({ onTestFinished }) => {
    const key = 'VirtualService/chaos-http-503';
    const shop = await startShop({}, () => (shop.cluster.read(key) ? fails() : wait(1)), onTestFinished);
    const chaos = startChaos(shop, ['run', 'http-503'], onTestFinished);
    await eventually(() =>
      expect(shop.cluster.read(key)).toMatchObject({ spec: { hosts: ['psp-simulator'] } }),
    );
    expect(await chaos.code, chaos.output()).toBe(1);
    expect(chaos.output()).toMatch(/during .*0 % answered well/);
    expect(shop.cluster.read(key)).toBeUndefined();
  });

  it('is put right on Ctrl-C', async ({ onTestFinished }) => {
    const shop = await startShop({ [ROUTES]: routes }, () => wait(1), onTestFinished);
    const chaos = startChaos(shop, ['run', 'latency', '--duration', '60s'], onTestFinished, []);
    await eventually(() => expect(chaos.output()).toContain('fixedDelay'), { within: 30_000 });
    chaos.stop();
    expect(await chaos.code, chaos.output()).toBe(2);
    expect(chaos.output()).toMatch(/put right[^]*stopped by SIGINT/);
    expect(shop.cluster.read(ROUTES)).toEqual(routes);
  });

  it('says what is left when it cannot be put right', async ({ onTestFinished }) => {
    const shop = await startShop({ [ROUTES]: routes }, () => wait(1), onTestFinished);
    const chaos = startChaos(shop, ['run', 'latency'], onTestFinished);
    await eventually(() => expect(chaos.output()).toContain('fixedDelay'));
    shop.cluster.write(ROUTES, { spec: { http: [{ name: 'another' }] } });
    expect(await chaos.code, chaos.output()).toBe(2);
    expect(chaos.output()).toContain('STILL BROKEN');
    expect(shop.cluster.read(ROUTES)).toEqual({ spec: { http: [{ name: 'another' }] } });
  });

  it('is not begun when the shop is not well', async ({ onTestFinished }) => {
    const shop = await startShop({ [ROUTES]: routes }, fails, onTestFinished);
    const chaos = startChaos(shop, ['run', 'latency'], onTestFinished);
    expect(await chaos.code, chaos.output()).toBe(2);
    expect(chaos.output()).toContain('nothing was broken');
    expect(shop.cluster.commands()).toBe('');
  });
});

describe('what is broken', () => {
  it('is a pod of the service', async ({ onTestFinished }) => {
    const pods = {
      'pods/product-1': pod('product-1', 'Pending'),
      'pods/product-2': pod('product-2', 'Running'),
    };
    const shop = await startShop(pods, () => wait(1), onTestFinished);
    const chaos = startChaos(shop, ['run', 'pod-kill'], onTestFinished);
    expect(await chaos.code, chaos.output()).toBe(0);
    expect(shop.cluster.commands()).toContain('delete pod product-2 --grace-period=0 --force');
  });

  it('is what a pod has, by a program of its own that is ended', async ({ onTestFinished }) => {
    const shop = await startShop({ 'pods/a': pod('a', 'Running') }, () => wait(1), onTestFinished);
    for (const name of ['cpu-stress', 'memory-stress']) {
      const chaos = startChaos(shop, ['run', name], onTestFinished);
      expect(await chaos.code, chaos.output()).toBe(0);
    }
    expect(shop.cluster.commands()).toMatch(/exec a .*Worker[^]*exec a .*Buffer\.alloc\(128000000/);
  });

  it('is what CoreDNS answers, until its file is as before', async ({ onTestFinished }) => {
    const objects = { 'configmaps/coredns': COREDNS, 'pods/gateway-1': pod('gateway-1', 'Running') };
    const shop = await startShop(objects, () => wait(1), onTestFinished);
    const chaos = startChaos(shop, ['run', 'dns-failure'], onTestFinished);
    expect(await chaos.code, chaos.output()).toBe(0);
    expect(chaos.output()).toContain('product cannot be looked up in gateway-1');
    expect(shop.cluster.read('configmaps/coredns')).toEqual(COREDNS);
  });

  it('is the certificate of the ingress, and the good one comes back', async ({ onTestFinished }) => {
    const good = await certificate();
    const shop = await startSecureShop(good, onTestFinished);
    const chaos = startChaos(shop, ['run', 'certificate-expiry'], onTestFinished);
    expect(await chaos.code, chaos.output()).toBe(0);
    expect(chaos.output()).toMatch(/during .* 0 % .*as expected/);
    expect(shop.cluster.read('secrets/shop-certificate')).toEqual(good);
    expect(shop.cluster.commands()).not.toContain(good.data['tls.key']);
  });
});
