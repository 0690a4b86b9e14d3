import { eventually } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { brokenInvariants } from '../support/operator.ts';
import { available, productsInStock, Shopper } from '../support/shop.ts';

describe('200 buyers at once for 50 units', () => {
  it('get exactly 50 confirmed and 150 polite refusals, and the stock is 0', async () => {
    const first = new Shopper();
    const candidates = await productsInStock(first, 100);
    const levels = await Promise.all(
      candidates.map(async ({ id }) => ({ id, left: await available(first, id) })),
    );
    // Of the products with at least 50 the scarcest: what is more than 50 is bought first.
    const { id, left } = levels.filter((it) => it.left >= 50).sort((a, b) => a.left - b.left)[0]!;
    for (let surplus = left - 50; surplus > 0; surplus -= 900) {
      await first.add(id, Math.min(surplus, 900));
      expect((await first.order('tok_ok')).body.status).toBe('confirmed');
      await eventually(async () => expect((await first.cart()).items).toEqual([]));
    }
    await eventually(async () => expect(await available(first, id)).toBe(50));

    const buyers = Array.from({ length: 200 }, () => new Shopper());
    await Promise.all(buyers.map((buyer) => buyer.add(id)));
    const answers = await Promise.all(buyers.map((buyer) => buyer.order('tok_ok')));
    const outcomes = Map.groupBy(answers, ({ body }) => `${body.status} ${body.reason?.code ?? ''}`.trim());
    expect(Object.fromEntries([...outcomes].map(([outcome, of]) => [outcome, of.length]))).toEqual({
      confirmed: 50,
      'rejected INVENTORY.OUT_OF_STOCK': 150,
    });
    expect(await available(first, id)).toBe(0);
    expect(await brokenInvariants()).toEqual([]);
  });
});
