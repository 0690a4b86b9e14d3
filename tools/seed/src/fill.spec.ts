import { expect, test } from 'vitest';
import { readCatalogue, type CatalogueProduct } from './catalogue.ts';
import { defaultCatalogue } from './seed.config.ts';
import { fill } from './fill.ts';
import type { Shop } from './shop.ts';

const catalogue = await readCatalogue(defaultCatalogue);

function shopThatRemembers() {
  const batches: CatalogueProduct[][] = [];
  const calls: string[] = [];
  const shop: Shop = {
    putCategories: async () => void calls.push('categories'),
    putProducts: async (batch) => {
      calls.push('products');
      batches.push([...batch]);
      return batch.length;
    },
    fillShelves: async (batch) => {
      calls.push('shelves');
      return batch.length;
    },
    close: () => {},
  };
  return { shop, batches, calls };
}

test('without more the shop gets the catalogue, categories first and stock last', async () => {
  const { shop, calls, batches } = shopThatRemembers();
  const size = catalogue.products.length;
  expect(await fill(shop, catalogue, size, () => {})).toEqual({
    products: size,
    changed: size,
    stocked: size,
  });
  expect(calls).toEqual(['categories', 'products', 'shelves']);
  expect(batches[0]).toEqual(catalogue.products);
});

test('more products are generated up to the number, at most 1,000 in a call', async () => {
  const { shop, batches } = shopThatRemembers();
  const seen: number[] = [];
  await fill(shop, catalogue, 2_500, (done) => seen.push(done));
  expect(batches.flat()).toHaveLength(2_500);
  expect(Math.max(...batches.map((batch) => batch.length))).toBe(1_000);
  expect(seen.at(-1)).toBe(2_500);
});

test('a number smaller than the catalogue does not cut it', async () => {
  const { shop, batches } = shopThatRemembers();
  await fill(shop, catalogue, 10, () => {});
  expect(batches.flat()).toHaveLength(catalogue.products.length);
});
