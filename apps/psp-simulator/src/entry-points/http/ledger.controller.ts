import { Controller, Get, Query } from '@nestjs/common';
import { Charges } from '../../application/charges.ts';

@Controller('v1/ledger')
export class LedgerController {
  constructor(private readonly charges: Charges) {}

  /** What really happened with the money, newest last. */
  @Get()
  async list(@Query('reference') reference: string | undefined): Promise<object[]> {
    const entries = await this.charges.ledger(reference);
    return entries.map(({ reference: orderId, kind, amount, currency, at }) => ({
      orderId,
      kind,
      amount,
      currency,
      at: at.toISOString(),
    }));
  }
}
