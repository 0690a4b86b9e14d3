import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '@tradewind/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { shopping, type Load } from '../support/load.ts';
import { brokenInvariants, processes } from '../support/operator.ts';
import { productsInStock, Shopper } from '../support/shop.ts';

const run = promisify(execFile);
const command = join(import.meta.dirname, '..', '..', 'tools', 'launcher', 'src', 'restart.ts');
const restart = (...services: string[]) => run(process.execPath, [command, ...services]);

let load: Load | undefined;
afterEach(() => load?.stop());

// Two processes cannot share a port elsewhere; the command says so.
describe.runIf(process.platform === 'linux')('a rolling restart', () => {
  it('replaces every service under load without a failed request', async () => {
    const before = new Map((await processes()).map((it) => [it.name, it]));
    const products = await productsInStock(new Shopper(), 60);
    load = shopping({ shoppers: 6, productIds: products.map(({ id }) => id) });
    await eventually(() => expect(load!.requests.length).toBeGreaterThan(60));
    const { stdout } = await restart();
    const restarted = stdout.trim().split('\n');
    const during = load.requests.length;
    await eventually(() => expect(load!.requests.length).toBeGreaterThan(during + 60));
    await load.stop();

    const services = (await processes()).filter(
      ({ name }) => !['launcher', 'postgresql', 'kafka'].includes(name),
    );
    expect(restarted).toHaveLength(services.length);
    for (const { name, pid, restarts } of services) {
      expect({ name, replaced: pid !== before.get(name)!.pid, restarts }).toEqual({
        name,
        replaced: true,
        restarts: before.get(name)!.restarts,
      });
    }
    const failed = load.requests.filter(({ status }) => status === 0 || status >= 400);
    expect(failed).toEqual([]);
    const orders = load.requests.filter(({ what }) => what === 'order');
    expect(orders.filter(({ outcome }) => outcome !== 'confirmed')).toEqual([]);
    // No page went without its recommendations, or showed products of yesterday.
    expect(load.requests.filter(({ what, outcome }) => what === 'product' && outcome !== '')).toEqual([]);
    console.log(
      `${load.requests.length} requests, ${orders.length} orders, ${services.length} services replaced`,
    );
    await eventually(async () => expect(await brokenInvariants()).toEqual([]), { within: 30_000 });
  });

  it('refuses what it does not know, with what it knows', async () => {
    await expect(restart('shipping')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/no service shipping\. There are: control-room, .*gateway/),
    });
  });
});
