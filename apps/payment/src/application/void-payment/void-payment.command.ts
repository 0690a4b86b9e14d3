import { Command } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import type { Payment } from '../../domain/payment.ts';
import { keyProblems } from '../key-problems.ts';

/** Gives up what is held; works for a key that was never seen. */
export class VoidPayment extends Command<Payment> {
  constructor(readonly key: string) {
    super();
  }

  problems(): FieldProblem[] {
    return keyProblems(this.key);
  }
}
