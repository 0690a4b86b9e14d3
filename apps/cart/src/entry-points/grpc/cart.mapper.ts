import type { Cart as CartMessage } from '@tradewind/contracts/cart/v1/cart';
import { lineTotal, totalOf, type Cart } from '../../domain/cart.ts';

export function toCart(cart: Cart): CartMessage {
  const { id, shopperId, version } = cart;
  const items = cart.items.map((item) => ({ ...item, lineTotal: lineTotal(item) }));
  return { id, shopperId, items, total: totalOf(cart), version };
}
