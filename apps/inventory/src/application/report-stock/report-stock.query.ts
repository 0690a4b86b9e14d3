import { Query } from '@nestjs/cqrs';
import { unlessUuids, type FieldProblem } from '@tradewind/cqrs';
import type { KeyRange } from '@tradewind/kernel';
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
    return unlessUuids({ afterKey: this.keys.after, upToKey: this.keys.upTo });
  }
}
