import { AppError } from '@tradewind/kernel';
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
