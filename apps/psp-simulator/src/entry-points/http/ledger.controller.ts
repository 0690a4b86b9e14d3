import { Controller, Get, Query } from '@nestjs/common';
import { Charges } from '../../application/charges.ts';

@Controller('v1/ledger')
export class LedgerController {
  constructor(private readonly charges: Charges) {}

  /** What really happened with the money: of one reference, or of those after one and up to another. */
  @Get()
  async list(
    @Query('reference') reference = '',
    @Query('after') after = '',
    @Query('upTo') upTo = '',
  ): Promise<object[]> {
    const entries = reference
      ? await this.charges.ledger(reference)
      : await this.charges.ledgerBetween({ after, upTo });
    return entries.map(({ reference: orderId, kind, amount, currency, at }) => ({
      orderId,
      kind,
      amount,
      currency,
      at: at.toISOString(),
    }));
  }
}
