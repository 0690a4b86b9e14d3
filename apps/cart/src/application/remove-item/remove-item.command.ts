import { Command } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import type { Cart } from '../../domain/cart.ts';
import { shopperProblems } from '../cart-problems.ts';

/** Removing what is not there is fine. */
export class RemoveItem extends Command<Cart> {
  constructor(
    readonly shopperId: string,
    readonly productId: string,
  ) {
    super();
  }

  problems(): FieldProblem[] {
    return shopperProblems(this.shopperId);
  }
}
