import type { SearchProductsRequest } from '@tradewind/contracts/product/v1/product';
import { AppError } from '@tradewind/kernel';
import { withRouting } from '@tradewind/rpc';
import { describe, expect, it, vi } from 'vitest';
import type { Services } from '../ports/services.ts';
import { KnownProducts } from './known-products.ts';

function setUp(...answers: (() => unknown)[]) {
  const getProduct = vi.fn(async () => answers.shift()!());
  return new KnownProducts({ product: { getProduct } } as unknown as Services);
}

const away = (): never => {
  throw new AppError('unavailable', 'UNAVAILABLE', 'product cannot be reached');
};
const gone = (): never => {
  throw new AppError('not-found', 'PRODUCT.NOT_FOUND', 'there is no such product');
};
const lamp = () => ({ id: 'lamp' });

describe('what the gateway knows of products', () => {
  it('stands in, marked as stale, while the product service is away', async () => {
    const known = setUp(lamp, away, lamp);
    expect(await known.product('lamp')).toMatchObject({ value: lamp(), stale: false });
    expect(await known.product('lamp')).toMatchObject({ value: lamp(), stale: true });
    expect(await known.product('lamp')).toMatchObject({ stale: false });
  });

  it('is kept apart for callers who ask for different versions', async () => {
    const asked = vi.fn(async () => {
      const searchVersion = answers.shift()!;
      await Promise.resolve();
      return { products: [], searchVersion };
    });
    const answers = ['v1', 'v2'];
    const known = new KnownProducts({ product: { searchProducts: asked } } as unknown as Services);
    const request = { query: 'lamp' } as SearchProductsRequest;
    const search = (version: string) => withRouting({ 'x-search': version }, () => known.search(request));
    const [first, second] = await Promise.all([search('v1'), search('v2')]);
    expect([first.value.searchVersion, second.value.searchVersion]).toEqual(['v1', 'v2']);
    asked.mockRejectedValue(new AppError('unavailable', 'UNAVAILABLE', 'product cannot be reached'));
    expect(await search('v1')).toMatchObject({ value: { searchVersion: 'v1' }, stale: true });
    await expect(known.search(request)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('is nothing for a product that was never seen', async () => {
    await expect(setUp(away).product('lamp')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('never hides that a product is gone', async () => {
    const known = setUp(lamp, gone, away);
    await known.product('lamp');
    await expect(known.product('lamp')).rejects.toMatchObject({ code: 'PRODUCT.NOT_FOUND' });
    await expect(known.product('lamp')).rejects.toMatchObject({ code: 'PRODUCT.NOT_FOUND' });
  });
});
