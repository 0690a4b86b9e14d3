import { Command } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import type { Money } from '@tradewind/kernel';
import type { Payment } from '../../domain/payment.ts';
import { keyProblems } from '../key-problems.ts';

/** Holds an amount of the customer's money under the order's id as key. The token is handed on and never stored. */
export class AuthorizePayment extends Command<Payment> {
  constructor(
    readonly key: string,
    readonly amount: Money,
    readonly token: string,
  ) {
    super();
  }

  problems(): FieldProblem[] {
    const { amount, currency } = this.amount;
    const found = keyProblems(this.key);
    if (!Number.isSafeInteger(amount) || amount < 1)
      found.push({ field: 'amount.amount', message: 'must be 1 or more minor units' });
    if (!/^[A-Z]{3}$/.test(currency))
      found.push({ field: 'amount.currency', message: 'must be an ISO 4217 code' });
    if (this.token === '') found.push({ field: 'token', message: 'must not be empty' });
    return found;
  }
}
