import { Query } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import { isUuid, type KeyRange } from '@tradewind/kernel';
import type { StockReportData } from '../ports/stock-store.ts';

/** Sums and differences, for reconciliation. */
export class ReportStock extends Query<StockReportData> {
  constructor(
    readonly limit: number,
    /** Whose reservations are listed. */
    readonly keys: KeyRange,
  ) {
    super();
  }

  problems(): FieldProblem[] {
    const bounds = { afterKey: this.keys.after, upToKey: this.keys.upTo };
    return Object.entries(bounds)
      .filter(([, key]) => key !== '' && !isUuid(key))
      .map(([field]) => ({ field, message: 'must be a UUID' }));
  }
}
