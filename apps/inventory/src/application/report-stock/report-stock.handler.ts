import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { StockStore, type StockReportData } from '../ports/stock-store.ts';
import { ReportStock } from './report-stock.query.ts';

@QueryHandler(ReportStock)
export class ReportStockHandler implements IQueryHandler<ReportStock> {
  constructor(private readonly stock: StockStore) {}

  execute({ limit, keys }: ReportStock): Promise<StockReportData> {
    return this.stock.report(limit, keys);
  }
}
