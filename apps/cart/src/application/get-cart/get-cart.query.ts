import { Query } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import type { Cart } from '../../domain/cart.ts';
import { shopperProblems } from '../cart-problems.ts';

export class GetCart extends Query<Cart> {
  constructor(readonly shopperId: string) {
    super();
  }

  problems(): FieldProblem[] {
    return shopperProblems(this.shopperId);
  }
}
