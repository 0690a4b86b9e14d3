import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decide, decideAll, type PaymentCommand } from '../../domain/decide.ts';
import { alreadyCaptured } from '../../domain/payment-errors.ts';
import type { Payment } from '../../domain/payment.ts';
import { decideAnew } from '../decide-anew.ts';
import { PaymentLedger } from '../ports/payment-ledger.ts';
import { PaymentProvider } from '../ports/payment-provider.ts';
import { VoidPayment } from './void-payment.command.ts';

@CommandHandler(VoidPayment)
export class VoidPaymentHandler implements ICommandHandler<VoidPayment> {
  constructor(
    private readonly ledger: PaymentLedger,
    private readonly provider: PaymentProvider,
  ) {}

  execute({ key }: VoidPayment): Promise<Payment> {
    return decideAnew(async () => {
      const known = await this.ledger.load(key);
      if (decide(known.payment, { type: 'void' }).length === 0) return known.payment;
      const commands = await this.voidAtProvider(key, known.payment);
      return (await this.ledger.append(known, decideAll(known.payment, commands)))?.payment;
    });
  }

  private async voidAtProvider(key: string, payment: Payment): Promise<PaymentCommand[]> {
    if (payment.status === 'authorized') {
      await this.provider.void(payment.providerReference);
      return [{ type: 'void' }];
    }
    // Nobody here knows whether money is held: an answer may have been lost, or a process killed before it wrote.
    const charge = await this.provider.find(key);
    if (charge?.status === 'captured') throw alreadyCaptured();
    if (charge?.status !== 'authorized' && charge?.status !== 'voided') {
      // What is still in processing comes by webhook, finds the payment voided and is given back then.
      return [{ type: 'void' }];
    }
    const { providerReference, amount } = charge;
    await this.provider.void(providerReference);
    return [{ type: 'authorize', amount, providerReference }, { type: 'void' }];
  }
}
