import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isUuid } from '@tradewind/kernel';
import { StockStore, type StockLevel } from '../ports/stock-store.ts';
import { GetStock } from './get-stock.query.ts';

@QueryHandler(GetStock)
export class GetStockHandler implements IQueryHandler<GetStock> {
  constructor(private readonly stock: StockStore) {}

  execute({ productIds }: GetStock): Promise<StockLevel[]> {
    // What is no id cannot be known: it is left out like any unknown product.
    return this.stock.levels(productIds.filter(isUuid));
  }
}
