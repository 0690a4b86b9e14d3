import { AppError } from '@tradewind/kernel';

/** So many of one product. */
export interface StockLine {
  productId: string;
  quantity: number;
}

/** One line for each product, in the order of the ids: two orders lock the same products in the same order. */
export function normalizeLines(lines: readonly StockLine[]): StockLine[] {
  const quantities = new Map<string, number>();
  for (const { productId, quantity } of lines) {
    if (!Number.isInteger(quantity) || quantity < 1) {
      throw new AppError('invalid', 'INVENTORY.INVALID_QUANTITY', `not a quantity: ${quantity}`);
    }
    quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
  }
  return [...quantities]
    .map(([productId, quantity]) => ({ productId, quantity }))
    .sort((left, right) => (left.productId < right.productId ? -1 : 1));
}
