import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProductSearch } from '../src/application/ports/product-search.ts';
import type { Sort } from '../src/domain/search-request.ts';
import { FullTextProductSearch } from '../src/infrastructure/full-text-product-search.ts';
import { TolerantProductSearch } from '../src/infrastructure/tolerant-product-search.ts';
import { categories, openBench, product, request, type Bench } from './product-bench.ts';

let bench: Bench;
let v1: ProductSearch;
let v2: ProductSearch;

const shelf = [
  product(1, {
    name: 'Storm lantern',
    category: 'lighting',
    tags: ['brass'],
    description: 'Keeps burning in wind.',
  }),
  product(2, { name: 'Paper lantern', category: 'lighting', tags: ['paper'] }),
  product(3, { name: 'Kettle', tags: ['copper'], description: 'Hangs beside a lantern.' }),
  product(4, { name: 'Copper pan', tags: ['copper'] }),
  ...Array.from({ length: 20 }, (_, index) =>
    product(100 + index, { price: { amount: 500, currency: 'EUR' } }),
  ),
];

beforeAll(async () => {
  bench = await openBench();
  await bench.store.upsert(shelf, categories);
  v1 = new FullTextProductSearch(bench.database);
  v2 = new TolerantProductSearch(bench.database);
});
afterAll(() => bench.close());

const names = async (search: ProductSearch, query: string): Promise<string[]> =>
  (await search.search(request({ query }))).products.map(({ name }) => name);

describe.each([
  ['v1', () => v1],
  ['v2', () => v2],
])('%s', (_version, search) => {
  test('finds words in any form, a name before a description', async () => {
    const found = await names(search(), 'lanterns');
    expect(found.slice(0, 2).sort()).toEqual(['Paper lantern', 'Storm lantern']);
    expect(found[2]).toBe('Kettle');
  });

  test('wants all words, and completes the last', async () => {
    expect(await names(search(), 'brass lant')).toEqual(['Storm lantern']);
    expect(await names(search(), 'copper storm')).toEqual([]);
  });

  test('any signs are no mistake', async () => {
    for (const query of ["'", '(', 'a & | !', ':*', '"unfinished', '\\', 'copper:*)', '  '])
      await names(search(), query);
    expect(await names(search(), "copper' & (ket")).toEqual(['Kettle']);
  });

  const sorts: Sort[] = ['relevance', 'name', 'newest', 'price-ascending', 'price-descending'];

  test.each(sorts)('pages by %s show every product once, also those of one price', async (sort) => {
    const seen: string[] = [];
    let pageToken = '';
    do {
      const page = await search().search(request({ sort, pageSize: 7, pageToken }));
      seen.push(...page.products.map(({ id }) => id));
      pageToken = page.nextPageToken;
    } while (pageToken !== '');
    expect(seen.toSorted()).toEqual(shelf.map(({ id }) => id).toSorted());
  });

  test('pages of ranked hits show every hit once', async () => {
    const first = await search().search(request({ query: 'lantern', pageSize: 2 }));
    const second = await search().search(
      request({ query: 'lantern', pageSize: 2, pageToken: first.nextPageToken }),
    );
    expect(new Set([...first.products, ...second.products].map(({ id }) => id)).size).toBe(3);
    expect(second.nextPageToken).toBe('');
  });
});

test('only v2 forgives typing errors', async () => {
  expect(await names(v1, 'latern')).toEqual([]);
  expect((await names(v2, 'latern')).slice(0, 2).sort()).toEqual(['Paper lantern', 'Storm lantern']);
  expect(await names(v2, 'kopper ketle')).toEqual(['Kettle']);
  expect(await names(v2, 'bicycle')).toEqual([]);
});

test('v1 knows quotations, "or" and "-"', async () => {
  expect(await names(v1, '"paper lantern"')).toEqual(['Paper lantern']);
  expect((await names(v1, 'kettle or paper')).sort()).toEqual(['Kettle', 'Paper lantern']);
  expect(await names(v1, 'lantern -paper -kettle')).toEqual(['Storm lantern']);
});

test('prices are inclusive; the cells count hits of the price range', async () => {
  const { products, cells } = await v1.search(
    request({ minPrice: 1_001, maxPrice: 1_003, sort: 'price-descending' }),
  );
  expect(products.map(({ price }) => price.amount)).toEqual([1_003, 1_002, 1_001]);
  expect(cells.toSorted((a, b) => a.count - b.count)).toEqual([
    { category: 'kitchen', availability: 'out', count: 1 },
    { category: 'lighting', availability: 'out', count: 2 },
  ]);
});

test('a page token of another sort is refused', async () => {
  const { nextPageToken: pageToken } = await v1.search(request({ sort: 'name' }));
  await expect(v1.search(request({ sort: 'newest', pageToken }))).rejects.toMatchObject({
    code: 'PRODUCT.INVALID_PAGE_TOKEN',
  });
});
