import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Cart } from '../../domain/cart.ts';
import { CartStore } from '../ports/cart-store.ts';
import { GetCart } from './get-cart.query.ts';

@QueryHandler(GetCart)
export class GetCartHandler implements IQueryHandler<GetCart> {
  constructor(private readonly carts: CartStore) {}

  execute({ shopperId }: GetCart): Promise<Cart> {
    return this.carts.find(shopperId);
  }
}
