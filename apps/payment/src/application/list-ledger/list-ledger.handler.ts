import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { PaymentLedger, type LedgerLine } from '../ports/payment-ledger.ts';
import { ListLedger } from './list-ledger.query.ts';

@QueryHandler(ListLedger)
export class ListLedgerHandler implements IQueryHandler<ListLedger> {
  constructor(private readonly ledger: PaymentLedger) {}

  execute({ keys, after, limit }: ListLedger): Promise<LedgerLine[]> {
    return this.ledger.lines(keys, after, limit);
  }
}
