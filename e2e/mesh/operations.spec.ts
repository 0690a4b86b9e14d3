import { afterEach, describe, expect, it } from 'vitest';
import { shopping, type Load } from '../support/load.ts';
import { brokenInvariants } from '../support/operator.ts';
import { productsInStock, Shopper } from '../support/shop.ts';
import { eventually, kubectl, NAMESPACE, podsOf } from './support/cluster.ts';

/** Those that shoppers' requests pass, two by two: all at once would be a storm on one node. */
const SERVICES = [
  ['product', 'cart'],
  ['inventory', 'recommendation'],
  ['order', 'notification'],
  ['payment', 'psp-simulator'],
  ['gateway', 'control-room'],
];

const inNamespace = (...args: string[]): Promise<string> => kubectl(['-n', NAMESPACE, ...args]);

let load: Load | undefined;
afterEach(() => load?.stop());

async function startLoad(shoppers: number, wait = 25): Promise<Load> {
  const products = await productsInStock(new Shopper(), 60);
  load = shopping({ shoppers, productIds: products.map(({ id }) => id), thinking: 150, wait });
  await eventually(() => Promise.resolve(expect(load!.requests.length).toBeGreaterThan(30)));
  return load;
}

describe('the shop in the mesh', () => {
  it('loses no request while every service is replaced under load', { timeout: 400_000 }, async () => {
    const { requests, stop } = await startLoad(2);
    for (const pair of SERVICES) {
      const deployments = pair.map((name) => `deployment/${name}`);
      await inNamespace('rollout', 'restart', ...deployments);
      for (const it of deployments) await inNamespace('rollout', 'status', it, '--timeout=120s');
    }
    const during = requests.length;
    await eventually(() => Promise.resolve(expect(requests.length).toBeGreaterThan(during + 20)));
    await stop();
    expect(requests.filter(({ status }) => status === 0 || status >= 400)).toEqual([]);
    const orders = requests.filter(({ what }) => what === 'order');
    expect(orders.length).toBeGreaterThan(10);
    expect(orders.filter(({ outcome }) => outcome !== 'confirmed')).toEqual([]);
    await eventually(async () => expect(await brokenInvariants()).toEqual([]), 60_000);
  });

  it('agrees on money and stock when pods are killed during orders', { timeout: 300_000 }, async () => {
    const { requests, stop } = await startLoad(3, 0);
    for (const app of ['order', 'payment', 'inventory']) {
      const before = requests.length;
      const [pod] = await podsOf(app, NAMESPACE, ',version=v1');
      await inNamespace('delete', 'pod', pod!, '--grace-period=0', '--force');
      await inNamespace('rollout', 'status', `deployment/${app}`, '--timeout=120s');
      await eventually(() => Promise.resolve(expect(requests.length).toBeGreaterThan(before + 20)));
    }
    await stop();
    const orders = requests.filter(({ what, status }) => what === 'order' && status < 300 && status > 0);
    expect(orders.length).toBeGreaterThan(10);
    await eventually(async () => expect(await brokenInvariants()).toEqual([]), 120_000, 1_000);
  });
});
