import { describe, expect, it } from 'vitest';
import { shopUrl, Shopper, type Product } from '../support/shop.ts';

interface Page {
  items: Product[];
  facets: { name: string; values: { value: string; count: number }[] }[];
  total: number;
  nextPageToken: string | null;
  searchVersion: string;
}

const shopper = new Shopper();
const search = async (query: string): Promise<Page> =>
  (await shopper.call<Page>(`/api/products?${query}`)).body;

describe('the catalogue', () => {
  it('has at least 120 products in 8 categories, each with a picture', async () => {
    const page = await search('pageSize=100');
    expect(page.total).toBeGreaterThanOrEqual(120);
    expect(page.facets.find((facet) => facet.name === 'category')!.values).toHaveLength(8);
    const pictures = await Promise.all(page.items.map((item) => fetch(new URL(item.imageUrl, shopUrl))));
    expect(
      pictures.filter((it) => it.status !== 200 || !it.headers.get('content-type')!.includes('svg')),
    ).toEqual([]);
  });

  it('pages through everything once', async () => {
    const seen: string[] = [];
    let token = '';
    do {
      const page = await search(`pageSize=50&sort=name&pageToken=${encodeURIComponent(token)}`);
      seen.push(...page.items.map((item) => item.id));
      token = page.nextPageToken ?? '';
    } while (token);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await search('pageSize=1')).total);
  });

  it('finds words, filters and sorts', async () => {
    const [first] = (await search('pageSize=1')).items;
    const word = first!.name.split(' ')[0]!;
    const found = await search(`query=${encodeURIComponent(word)}`);
    expect(found.items.map((item) => item.id)).toContain(first!.id);
    const one = await search(`category=${first!.category}&sort=price-asc&pageSize=100`);
    const prices = one.items.map((item) => item.price.amount);
    expect(prices).toEqual(prices.toSorted((left, right) => left - right));
    expect(one.items.every((item) => item.category === first!.category)).toBe(true);
    const dear = await search('minPrice=20000&maxPrice=50000&pageSize=100');
    expect(dear.items.every(({ price }) => price.amount >= 20_000 && price.amount <= 50_000)).toBe(true);
    expect(dear.items.length).toBeGreaterThan(0);
  });

  it('shows what is sold out, and can leave it out', async () => {
    const all = await search('pageSize=100&sort=name');
    const buyable = await search('inStock=true&pageSize=100&sort=name');
    expect(all.total).toBeGreaterThan(buyable.total);
    expect(buyable.items.some((item) => item.availability === 'out')).toBe(false);
  });

  it('is described by an OpenAPI document and a page for people', async () => {
    const { body } = await shopper.call<{ openapi: string; paths: object }>('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toContain('/api/orders/{orderId}');
    const { body: page } = await shopper.call<string>('/api/docs');
    expect(page).toContain('/api/orders/{orderId}/cancellation');
  });
});
