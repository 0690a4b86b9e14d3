import { Query } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import { isUuid, type KeyRange } from '@tradewind/kernel';
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
    const found = typeof this.keys === 'string' ? keyProblems(this.keys) : rangeProblems(this.keys);
    if (!Number.isSafeInteger(this.after)) found.push({ field: 'pageToken', message: 'is not one of ours' });
    return found;
  }
}

function rangeProblems({ after, upTo }: KeyRange): FieldProblem[] {
  const bounds = { afterKey: after, upToKey: upTo };
  return Object.entries(bounds)
    .filter(([, key]) => key !== '' && !isUuid(key))
    .map(([field]) => ({ field, message: 'must be a UUID' }));
}
