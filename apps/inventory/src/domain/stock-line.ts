import { AppError } from '@tradewind/kernel';

/** So many of one product. */
export interface StockLine {
  productId: string;
  quantity: number;
}

/**
 * One line for each product, in the order of the ids: two orders lock the same products in the same order.
 * @param least the smallest quantity that makes sense: nothing can be reserved less than once, but a delivery of nothing
 *   makes a product known
 */
export function normalizeLines(lines: readonly StockLine[], least: 0 | 1 = 1): StockLine[] {
  const quantities = new Map<string, number>();
  for (const { productId, quantity } of lines) {
    if (!Number.isInteger(quantity) || quantity < least) {
      throw new AppError('invalid', 'INVENTORY.INVALID_QUANTITY', `not a quantity: ${quantity}`);
    }
    quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
  }
  return [...quantities]
    .map(([productId, quantity]) => ({ productId, quantity }))
    .sort((left, right) => (left.productId < right.productId ? -1 : 1));
}
