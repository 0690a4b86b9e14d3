import { Query } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import type { Payment } from '../../domain/payment.ts';
import { keyProblems } from '../key-problems.ts';

export class GetPayment extends Query<Payment> {
  constructor(readonly key: string) {
    super();
  }

  problems(): FieldProblem[] {
    return keyProblems(this.key);
  }
}
