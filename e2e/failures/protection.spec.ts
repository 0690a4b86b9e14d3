import { eventually } from '@tradewind/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { brokenInvariants, resetFaults, setFault } from '../support/operator.ts';
import { productsInStock, Shopper } from '../support/shop.ts';

const RECOVERED = { within: 10_000 };

describe('the gateway protects shoppers from what is broken behind it', () => {
  afterEach(async () => {
    await resetFaults();
  });

  it('shows products that it knows, marked as old, while the product service is down', async () => {
    const shopper = new Shopper();
    const [known] = await productsInStock(shopper);
    const look = () => shopper.call<{ name: string; degraded: string[] }>(`/api/products/${known!.id}`);
    const list = () =>
      shopper.call<{ items: unknown[]; degraded: string[] }>('/api/products?category=kitchen');
    expect((await look()).body.degraded).toEqual([]);
    await list();
    await setFault('product-failing', true, 100);
    await eventually(async () => {
      const { status, headers, body } = await look();
      expect({ status, name: body.name }).toEqual({ status: 200, name: known!.name });
      expect(body.degraded).toContain('product');
      expect(Number(headers.get('age'))).toBeGreaterThan(0);
    });
    expect((await list()).body.degraded).toEqual(['product']);
    const unknown = await shopper.call<{ code: string }>('/api/products?category=kitchen&maxPrice=1234');
    expect(unknown.status).toBe(503);
    await resetFaults();
    await eventually(async () => expect((await look()).body.degraded).toEqual([]), RECOVERED);
  });

  it('refuses orders early while stock cannot be reserved; the cart stays usable', async () => {
    const [product] = await productsInStock(new Shopper());
    await setFault('inventory-failing', true, 100);
    const refused = await eventually(
      async () => {
        const shopper = new Shopper();
        await shopper.add(product!.id);
        const { status, headers, body } = await shopper.order('tok_ok', { wait: 0 });
        expect({ status, code: body.code }).toEqual({ status: 503, code: 'ORDER.UNAVAILABLE' });
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
        return shopper;
      },
      { within: 20_000 },
    );
    expect((await refused.cart()).items).toHaveLength(1);
    expect((await refused.add(product!.id)).status).toBe(200);
    await resetFaults();
    await eventually(async () => {
      const { body } = await refused.order('tok_ok');
      expect(body.status).toBe('confirmed');
    }, RECOVERED);
    await eventually(async () => expect(await brokenInvariants()).toEqual([]), { within: 30_000 });
  });

  it('tells a shopper who asks too often when to come back, and serves the others', async () => {
    const busy = new Shopper();
    await busy.cart();
    const answers = await Promise.all(
      Array.from({ length: 140 }, () => busy.call('/api/orders', { method: 'POST' })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.body).toMatchObject({ code: 'RATE_LIMIT.EXCEEDED', status: 429 });
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused[0]!.headers.get('ratelimit-policy')).toMatch(/^"orders";q=\d+;w=\d+$/);
    const other = new Shopper();
    await other.cart();
    expect((await other.call('/api/orders', { method: 'POST' })).status).toBe(400);
    await eventually(
      async () => expect((await busy.call('/api/orders', { method: 'POST' })).status).toBe(400),
      RECOVERED,
    );
  });
});
