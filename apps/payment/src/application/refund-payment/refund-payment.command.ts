import { Command } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import type { Payment } from '../../domain/payment.ts';
import { keyProblems } from '../key-problems.ts';

/** Gives back what was captured. */
export class RefundPayment extends Command<Payment> {
  constructor(readonly key: string) {
    super();
  }

  problems(): FieldProblem[] {
    return keyProblems(this.key);
  }
}
