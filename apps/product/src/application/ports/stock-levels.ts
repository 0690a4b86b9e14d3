/** Stock as the inventory tells it; a batch of levels is stored together. */
export abstract class StockLevels {
  /** An older version than the one that is known is ignored. */
  abstract changed(level: { productId: string; available: number; version: number }): void;
}
