import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { categories, openBench, product, type Bench } from './product-bench.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
  await bench.store.upsert([], categories);
});
afterAll(() => bench.close());

test('only what changed is stored, counted and told', async () => {
  const before = (await bench.told()).length;
  expect(await bench.store.upsert([product(1), product(2)], [])).toBe(2);
  expect(await bench.store.upsert([product(1), product(2, { name: 'Better thing' })], [])).toBe(1);
  const told = (await bench.told()).slice(before);
  expect(told.map(({ type }) => type)).toEqual(Array(3).fill('tradewind.product.v1.product-upserted'));
  expect(told[2]!.payload).toMatchObject({ product: { name: 'Better thing', version: 2 } });
  expect((await bench.store.find(product(1).id))!.version).toBe(1);
});

test('a call that names an unknown category or a taken SKU changes nothing at all', async () => {
  const unknown = [product(10), product(11, { category: 'nowhere' })];
  await expect(bench.store.upsert(unknown, [])).rejects.toMatchObject({ code: 'PRODUCT.UNKNOWN_CATEGORY' });
  const taken = [product(10), product(12, { sku: 'SKU-10' })];
  await expect(bench.store.upsert(taken, [])).rejects.toMatchObject({ code: 'PRODUCT.SKU_TAKEN' });
  expect(await bench.store.find(product(10).id)).toBeUndefined();
});

test('a changed price is told with the one before; the same price is no change', async () => {
  await bench.store.upsert([product(20)], []);
  const before = (await bench.told()).length;
  const price = { amount: 5, currency: 'EUR' };
  await bench.store.changePrice(product(20).id, price);
  await bench.store.changePrice(product(20).id, price);
  const told = (await bench.told()).slice(before);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({
    type: 'tradewind.product.v1.price-changed',
    payload: { product: { price, version: 2 }, previousPrice: product(20).price },
  });
  expect(await bench.store.changePrice(product(99).id, price)).toBeUndefined();
});

const availability = async (number: number) => (await bench.store.find(product(number).id))?.availability;

test('availability follows the stock: 6 is in stock, 5 is low, 0 is out', async () => {
  await bench.store.upsert([product(30), product(31), product(32)], []);
  await bench.tellLevel(product(30).id, 6, 1);
  await bench.tellLevel(product(31).id, 5, 1);
  await eventually(async () => {
    expect(await Promise.all([30, 31, 32].map(availability))).toEqual(['in-stock', 'low', 'out']);
  });
});

test('an older level does not replace a newer one', async () => {
  await bench.store.upsert([product(40)], []);
  await bench.tellLevel(product(40).id, 8, 7);
  await bench.tellLevel(product(40).id, 0, 6);
  await bench.tellLevel(product(41).id, 9, 1);
  // The last level has arrived, so the ones before it have, too.
  await eventually(async () => {
    expect(
      await bench.database.query('test.level', 'select 1 from stock_level where product_id = $1', [
        product(41).id,
      ]),
    ).toHaveLength(1);
    expect(await availability(40)).toBe('in-stock');
  });
  expect(await availability(40)).toBe('in-stock');
});

test('a level that comes before its product is not lost', async () => {
  await bench.tellLevel(product(50).id, 3, 1);
  await eventually(async () => {
    expect(
      await bench.database.query('test.level', 'select 1 from stock_level where product_id = $1', [
        product(50).id,
      ]),
    ).toHaveLength(1);
  });
  await bench.store.upsert([product(50)], []);
  expect(await availability(50)).toBe('low');
});
