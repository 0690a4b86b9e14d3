import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { changeQuantity, type Cart } from '../../domain/cart.ts';
import { CartStore } from '../ports/cart-store.ts';
import { ChangeQuantity } from './change-quantity.command.ts';

@CommandHandler(ChangeQuantity)
export class ChangeQuantityHandler implements ICommandHandler<ChangeQuantity> {
  constructor(private readonly carts: CartStore) {}

  execute({ shopperId, productId, quantity }: ChangeQuantity): Promise<Cart> {
    return this.carts.change(shopperId, (cart) => changeQuantity(cart, productId, quantity));
  }
}
