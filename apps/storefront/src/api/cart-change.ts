import type { Cart, CartItem } from './cart.ts';

/** The cart as it will be when the server agrees: the sums follow the new quantity, 0 removes the line. */
export function withQuantity(cart: Cart, change: { productId: string; quantity: number }): Cart {
  const items = cart.items
    .map((item) => (item.productId === change.productId ? changed(item, change.quantity) : item))
    .filter((item) => item.quantity > 0);
  const amount = items.reduce((sum, item) => sum + item.lineTotal.amount, 0);
  return { ...cart, items, total: { ...cart.total, amount } };
}

export function countOf(cart: Cart | undefined): number {
  return cart?.items.reduce((sum, item) => sum + item.quantity, 0) ?? 0;
}

function changed(item: CartItem, quantity: number): CartItem {
  return { ...item, quantity, lineTotal: { ...item.lineTotal, amount: item.unitPrice.amount * quantity } };
}
