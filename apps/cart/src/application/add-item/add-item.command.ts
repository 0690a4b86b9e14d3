import { Command } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import type { Cart } from '../../domain/cart.ts';
import { quantityProblems, shopperProblems } from '../cart-problems.ts';

export class AddItem extends Command<Cart> {
  constructor(
    readonly shopperId: string,
    readonly productId: string,
    readonly quantity: number,
  ) {
    super();
  }

  problems(): FieldProblem[] {
    return [...shopperProblems(this.shopperId), ...quantityProblems(this.quantity)];
  }
}
