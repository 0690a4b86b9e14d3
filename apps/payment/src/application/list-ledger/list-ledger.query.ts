import { Query } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import { keyProblems } from '../key-problems.ts';
import type { LedgerLine } from '../ports/payment-ledger.ts';

/** Lines of the ledger, oldest first; of one payment or of all. */
export class ListLedger extends Query<LedgerLine[]> {
  constructor(
    readonly key: string | undefined,
    /** The sequence of the last line that is known. */
    readonly after: number,
    readonly limit: number,
  ) {
    super();
  }

  problems(): FieldProblem[] {
    const found = this.key === undefined ? [] : keyProblems(this.key);
    if (!Number.isSafeInteger(this.after)) found.push({ field: 'pageToken', message: 'is not one of ours' });
    return found;
  }
}
