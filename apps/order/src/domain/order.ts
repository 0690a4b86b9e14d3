import { AppError, multiplyMoney, sumMoney, type Money } from '@tradewind/kernel';

export type OrderStatus = 'pending' | 'confirmed' | 'rejected' | 'cancelled' | 'shipped';

export interface Reason {
  code: string;
  message: string;
}

export interface OrderLine {
  productId: string;
  sku: string;
  name: string;
  quantity: number;
  unitPrice: Money;
  lineTotal: Money;
}

/** What a shopper bought, as it was at that moment: later changes of the catalogue do not touch it. */
export interface OrderContent {
  lines: OrderLine[];
  total: Money;
}

/** The life cycle as a table: tests walk it, the documentation draws it. */
export const LIFE_CYCLE: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  pending: ['confirmed', 'rejected', 'cancelled'],
  confirmed: ['shipped', 'cancelled'],
  rejected: [],
  cancelled: [],
  shipped: [],
};

export function canBecome(from: OrderStatus, to: OrderStatus): boolean {
  return LIFE_CYCLE[from].includes(to);
}

/** No longer on its way to an answer. A confirmed order may still be shipped or cancelled, but the shopper has the answer. */
export function isSettled(status: OrderStatus): boolean {
  return status !== 'pending';
}

/**
 * The content of an order from what lies in the cart.
 * @throws AppError CART.EMPTY
 */
export function contentOf(items: readonly Omit<OrderLine, 'lineTotal'>[]): OrderContent {
  const [first] = items;
  if (!first) throw new AppError('refused', 'CART.EMPTY', 'there is nothing in the cart');
  const lines = items.map((item) => ({ ...item, lineTotal: multiplyMoney(item.unitPrice, item.quantity) }));
  return {
    lines,
    total: sumMoney(
      lines.map((line) => line.lineTotal),
      first.unitPrice.currency,
    ),
  };
}
