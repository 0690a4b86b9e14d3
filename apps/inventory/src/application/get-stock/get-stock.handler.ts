import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { StockStore, type StockLevel } from '../ports/stock-store.ts';
import { GetStock } from './get-stock.query.ts';

@QueryHandler(GetStock)
export class GetStockHandler implements IQueryHandler<GetStock> {
  constructor(private readonly stock: StockStore) {}

  execute({ productIds }: GetStock): Promise<StockLevel[]> {
    return this.stock.levels(productIds);
  }
}
