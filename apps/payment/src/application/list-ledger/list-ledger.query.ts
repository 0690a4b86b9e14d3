import { Query } from '@nestjs/cqrs';
import { unlessUuids, type FieldProblem } from '@tradewind/cqrs';
import type { KeyRange } from '@tradewind/kernel';
import { keyProblems } from '../key-problems.ts';
import type { LedgerLine } from '../ports/payment-ledger.ts';

/** Lines of the ledger, oldest first; of one payment or of some. */
export class ListLedger extends Query<LedgerLine[]> {
  constructor(
    readonly keys: string | KeyRange,
    /** The sequence of the last line that is known. */
    readonly after: number,
    readonly limit: number,
  ) {
    super();
  }

  problems(): FieldProblem[] {
    const { keys } = this;
    const found =
      typeof keys === 'string'
        ? keyProblems(keys)
        : unlessUuids({ afterKey: keys.after, upToKey: keys.upTo });
    if (!Number.isSafeInteger(this.after)) found.push({ field: 'pageToken', message: 'is not one of ours' });
    return found;
  }
}
