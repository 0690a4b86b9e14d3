import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { removeItem, type Cart } from '../../domain/cart.ts';
import { CartStore } from '../ports/cart-store.ts';
import { RemoveItem } from './remove-item.command.ts';

@CommandHandler(RemoveItem)
export class RemoveItemHandler implements ICommandHandler<RemoveItem> {
  constructor(private readonly carts: CartStore) {}

  execute({ shopperId, productId }: RemoveItem): Promise<Cart> {
    return this.carts.change(shopperId, (cart) => removeItem(cart, productId));
  }
}
