import { describe, expect, it } from 'vitest';
import { canBecome, contentOf, isSettled, LIFE_CYCLE, type OrderStatus } from './order.ts';

const statuses = Object.keys(LIFE_CYCLE) as OrderStatus[];

describe('the life cycle of an order', () => {
  it('is exactly this table', () => {
    const walked = statuses.flatMap((from) =>
      statuses.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(walked).toEqual([
      'pending → confirmed',
      'pending → rejected',
      'pending → cancelled',
      'confirmed → cancelled',
      'confirmed → shipped',
    ]);
  });

  it('leaves a shopper waiting only while it is pending', () => {
    expect(statuses.filter((status) => !isSettled(status))).toEqual(['pending']);
  });
});

describe('the content of an order', () => {
  const item = {
    productId: 'p',
    sku: 'S',
    name: 'Tea',
    quantity: 3,
    unitPrice: { amount: 1999, currency: 'EUR' },
  };

  it('adds up its lines', () => {
    const content = contentOf([item, { ...item, quantity: 1, unitPrice: { amount: 1, currency: 'EUR' } }]);
    expect(content.lines.map((line) => line.lineTotal.amount)).toEqual([5997, 1]);
    expect(content.total).toEqual({ amount: 5998, currency: 'EUR' });
  });

  it('is refused when the cart is empty', () => {
    expect(() => contentOf([])).toThrow(expect.objectContaining({ code: 'CART.EMPTY' }));
  });

  it('never mixes currencies', () => {
    expect(() => contentOf([item, { ...item, unitPrice: { amount: 1, currency: 'JPY' } }])).toThrow(
      /cannot be added/,
    );
  });
});
