import { expect, it } from 'vitest';
import type { Cart } from './cart.ts';
import { countOf, withQuantity } from './cart-change.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

function aCart(): Cart {
  const lamp = {
    productId: 'lamp',
    sku: 'L',
    name: 'Lamp',
    unitPrice: eur(900),
    quantity: 2,
    lineTotal: eur(1800),
  };
  const bowl = {
    productId: 'bowl',
    sku: 'B',
    name: 'Bowl',
    unitPrice: eur(250),
    quantity: 1,
    lineTotal: eur(250),
  };
  return { id: 'cart', version: 3, items: [lamp, bowl], total: eur(2050) };
}

it('follows a new quantity in line and total', () => {
  const cart = withQuantity(aCart(), { productId: 'lamp', quantity: 3 });
  expect(cart.items.map((item) => item.lineTotal.amount)).toEqual([2700, 250]);
  expect(cart.total).toEqual(eur(2950));
});

it('removes the line at 0', () => {
  const cart = withQuantity(aCart(), { productId: 'lamp', quantity: 0 });
  expect(cart.items.map((item) => item.productId)).toEqual(['bowl']);
  expect(cart.total).toEqual(eur(250));
});

it('counts pieces, not lines', () => {
  expect(countOf(aCart())).toBe(3);
  expect(countOf(undefined)).toBe(0);
});
