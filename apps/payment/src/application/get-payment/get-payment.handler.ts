import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { notFound } from '../../domain/payment-errors.ts';
import type { Payment } from '../../domain/payment.ts';
import { PaymentLedger } from '../ports/payment-ledger.ts';
import { GetPayment } from './get-payment.query.ts';

@QueryHandler(GetPayment)
export class GetPaymentHandler implements IQueryHandler<GetPayment> {
  constructor(private readonly ledger: PaymentLedger) {}

  async execute({ key }: GetPayment): Promise<Payment> {
    const { payment } = await this.ledger.load(key);
    if (payment.status === 'none') throw notFound(key);
    return payment;
  }
}
