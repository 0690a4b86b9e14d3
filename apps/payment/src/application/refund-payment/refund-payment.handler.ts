import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decide } from '../../domain/decide.ts';
import type { Payment } from '../../domain/payment.ts';
import { decideAnew } from '../decide-anew.ts';
import { PaymentLedger } from '../ports/payment-ledger.ts';
import { PaymentProvider } from '../ports/payment-provider.ts';
import { RefundPayment } from './refund-payment.command.ts';

@CommandHandler(RefundPayment)
export class RefundPaymentHandler implements ICommandHandler<RefundPayment> {
  constructor(
    private readonly ledger: PaymentLedger,
    private readonly provider: PaymentProvider,
  ) {}

  execute({ key }: RefundPayment): Promise<Payment> {
    return decideAnew(async () => {
      const known = await this.ledger.load(key);
      const events = decide(known.payment, { type: 'refund' });
      if (events.length === 0) return known.payment;
      // The provider first: what it did can be told again, what is only written here cannot be made true.
      if ('providerReference' in known.payment) await this.provider.refund(known.payment.providerReference!);
      return (await this.ledger.append(known, events))?.payment;
    });
  }
}
