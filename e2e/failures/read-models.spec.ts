import { eventually } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import {
  brokenInvariants,
  operateReadModel,
  processNamed,
  readModels,
  type ReadModel,
} from '../support/operator.ts';
import { productsInStock, Shopper } from '../support/shop.ts';

/** Orders two different things, one order after the other, until `until` ends. */
async function keepOrdering(until: Promise<unknown>): Promise<number> {
  let over = false;
  void until.finally(() => (over = true)).catch(() => {});
  let orders = 0;
  const shopper = new Shopper();
  const products = await productsInStock(shopper, 30);
  while (!over) {
    await shopper.add(products[orders % products.length]!.id);
    await shopper.add(products[(orders + 1) % products.length]!.id);
    const { body } = await shopper.order('tok_ok');
    expect(['confirmed', 'rejected INVENTORY.OUT_OF_STOCK']).toContain(
      [body.status, body.reason?.code].filter(Boolean).join(' '),
    );
    orders++;
  }
  return orders;
}

async function ended({ service, name }: ReadModel): Promise<ReadModel['job']> {
  return eventually(
    async () => {
      const model = (await readModels()).find((it) => it.service === service && it.name === name);
      expect(['done', 'failed']).toContain(model?.job?.state);
      return model!.job;
    },
    { within: 30_000, every: 100 },
  );
}

async function operateAll(operation: 'rebuild' | 'verification'): Promise<void> {
  for (const model of await readModels()) {
    // The scheduled comparison may be at it.
    if (model.job) await ended(model);
    await operateReadModel(model, operation);
    const job = await ended(model);
    expect(job).toMatchObject({ kind: operation, state: 'done', detail: '' });
    if (operation === 'verification') expect(job?.differences).toBe(0);
  }
}

describe('every read model', () => {
  it('is rebuilt from the log while orders run, and is then what its events say', async () => {
    expect((await readModels()).map(({ name }) => name)).toEqual([
      'availability',
      'bought-together',
      'products',
    ]);
    const rebuilding = operateAll('rebuild');
    const [orders] = await Promise.all([keepOrdering(rebuilding), rebuilding]);
    expect(orders).toBeGreaterThan(0);
    const verifying = operateAll('verification');
    await Promise.all([keepOrdering(verifying), verifying]);
    await eventually(async () => expect(await brokenInvariants()).toEqual([]), {
      within: 20_000,
      every: 300,
    });
  });

  it('is rebuilt in the end though its service is killed in the middle', async () => {
    const [model] = (await readModels()).filter(({ name }) => name === 'bought-together');
    await operateReadModel(model!, 'rebuild');
    const before = await processNamed('recommendation');
    process.kill(before.pid, 'SIGKILL');
    await eventually(
      async () => {
        const after = await processNamed('recommendation');
        expect([after.pid === before.pid, after.ready]).toEqual([false, true]);
        expect((await readModels()).find(({ name }) => name === 'bought-together')?.job?.state).toBe('done');
      },
      { within: 60_000, every: 200 },
    );
    await operateReadModel(model!, 'verification');
    expect((await ended(model!))?.differences).toBe(0);
  });
});
