import { Command } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import type { Cart } from '../../domain/cart.ts';
import { shopperProblems } from '../cart-problems.ts';

export class ClearCart extends Command<Cart> {
  constructor(readonly shopperId: string) {
    super();
  }

  problems(): FieldProblem[] {
    return shopperProblems(this.shopperId);
  }
}
