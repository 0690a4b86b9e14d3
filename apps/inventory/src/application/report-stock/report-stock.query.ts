import { Query } from '@nestjs/cqrs';
import type { StockReportData } from '../ports/stock-store.ts';

/** Sums and differences, for reconciliation. */
export class ReportStock extends Query<StockReportData> {
  constructor(readonly limit: number) {
    super();
  }
}
