import { expect, test } from 'vitest';
import {
  addItem,
  changeQuantity,
  clearCart,
  removeItem,
  totalOf,
  type Cart,
  type CartProduct,
} from './cart.ts';

const empty: Cart = { id: 'c', shopperId: 's', items: [], version: 0 };
const product = (productId: string, amount = 100, currency = 'EUR'): CartProduct => ({
  productId,
  sku: productId.toUpperCase(),
  name: productId,
  unitPrice: { amount, currency },
  imageUrl: '',
});
const cartOf = (...products: CartProduct[]): Cart =>
  products.reduce((cart, it) => addItem(cart, it, 1), empty);
const quantities = ({ items }: Cart): [string, number][] => items.map((it) => [it.productId, it.quantity]);
const code = (expected: string) => expect.objectContaining({ code: expected, kind: 'refused' });

test('adding adds to what is there, and keeps the order', () => {
  const cart = addItem(cartOf(product('pot'), product('lid')), product('pot'), 4);
  expect(quantities(cart)).toEqual([
    ['pot', 5],
    ['lid', 1],
  ]);
  expect(cart.version).toBe(3);
});

test('adding again takes the price of today for all of them', () => {
  const cart = addItem(cartOf(product('pot', 100)), product('pot', 90), 1);
  expect(totalOf(cart)).toEqual({ amount: 180, currency: 'EUR' });
});

test('999 of one product fit, and not one more', () => {
  const full = addItem(empty, product('pot'), 999);
  expect(quantities(full)).toEqual([['pot', 999]]);
  expect(() => addItem(full, product('pot'), 1)).toThrow(code('CART.QUANTITY_LIMIT'));
  expect(() => addItem(empty, product('pot'), 1_000)).toThrow(code('CART.QUANTITY_LIMIT'));
  expect(() => changeQuantity(full, 'pot', 1_000)).toThrow(code('CART.QUANTITY_LIMIT'));
});

test('50 different products fit, and more of one that is there', () => {
  const full = cartOf(...Array.from({ length: 50 }, (_, index) => product(`p${index}`)));
  expect(() => addItem(full, product('one more'), 1)).toThrow(code('CART.TOO_MANY_ITEMS'));
  expect(addItem(full, product('p7'), 1).items[7]!.quantity).toBe(2);
});

test('a cart has one currency', () => {
  const cart = cartOf(product('pot', 100, 'EUR'));
  expect(() => addItem(cart, product('lid', 100, 'JPY'), 1)).toThrow(code('CART.CURRENCY_MISMATCH'));
  expect(addItem(removeItem(cart, 'pot'), product('lid', 100, 'JPY'), 1).items).toHaveLength(1);
});

test('a quantity is changed to what is said; of what is not there it cannot be', () => {
  const cart = changeQuantity(cartOf(product('pot')), 'pot', 7);
  expect(quantities(cart)).toEqual([['pot', 7]]);
  expect(cart.version).toBe(2);
  expect(() => changeQuantity(cart, 'lid', 1)).toThrow(
    expect.objectContaining({ code: 'CART.ITEM_NOT_FOUND', kind: 'not-found' }),
  );
});

test('what changes nothing is no change', () => {
  const cart = cartOf(product('pot'));
  expect(removeItem(cart, 'lid')).toBe(cart);
  expect(changeQuantity(cart, 'pot', 1)).toBe(cart);
  expect(clearCart(empty)).toBe(empty);
});

test('the total is the sum of the lines, in the currency of the cart', () => {
  expect(totalOf(addItem(cartOf(product('a', 250, 'JPY')), product('b', 100, 'JPY'), 3))).toEqual({
    amount: 550,
    currency: 'JPY',
  });
  expect(totalOf(empty)).toEqual({ amount: 0, currency: 'EUR' });
});
