import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { clearCart, type Cart } from '../../domain/cart.ts';
import { CartStore } from '../ports/cart-store.ts';
import { ClearCart } from './clear-cart.command.ts';

@CommandHandler(ClearCart)
export class ClearCartHandler implements ICommandHandler<ClearCart> {
  constructor(private readonly carts: CartStore) {}

  execute({ shopperId }: ClearCart): Promise<Cart> {
    return this.carts.change(shopperId, clearCart);
  }
}
