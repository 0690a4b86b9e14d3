import { Injectable } from '@nestjs/common';
import type { Money } from '@tradewind/kernel';
import { decide } from '../domain/decide.ts';
import { PaymentLedger, type KnownPayment } from './ports/payment-ledger.ts';
import { PaymentProvider } from './ports/payment-provider.ts';

interface LateMoney {
  amount: Money;
  providerReference: string;
  by: 'void' | 'refund';
}

/** Gives back what the provider took after the payment had been voided here. Safe to repeat until it is done. */
@Injectable()
export class ReturnLateMoney {
  constructor(
    private readonly ledger: PaymentLedger,
    private readonly provider: PaymentProvider,
  ) {}

  /** Undefined: somebody else wrote meanwhile. */
  async of(known: KnownPayment, late: LateMoney, newsId?: string): Promise<KnownPayment | undefined> {
    const events = decide(known.payment, { type: 'return', ...late });
    if (events.length === 0) return known;
    if (late.by === 'void') await this.provider.void(late.providerReference);
    else await this.provider.refund(late.providerReference);
    return this.ledger.append(known, events, newsId);
  }
}
