import { Query } from '@nestjs/cqrs';
import type { StockLevel } from '../ports/stock-store.ts';

/** The levels of some products; unknown ones are left out. */
export class GetStock extends Query<StockLevel[]> {
  constructor(readonly productIds: readonly string[]) {
    super();
  }
}
