import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AppError } from '@tradewind/kernel';
import { addItem, type Cart } from '../../domain/cart.ts';
import { CartStore } from '../ports/cart-store.ts';
import { Products } from '../ports/products.ts';
import { AddItem } from './add-item.command.ts';

@CommandHandler(AddItem)
export class AddItemHandler implements ICommandHandler<AddItem> {
  constructor(
    private readonly carts: CartStore,
    private readonly products: Products,
  ) {}

  async execute({ shopperId, productId, quantity }: AddItem): Promise<Cart> {
    // Asked before the cart is locked: nobody waits for somebody else's answer.
    const product = await this.products.find(productId);
    if (!product) throw new AppError('not-found', 'CART.UNKNOWN_PRODUCT', 'there is no such product');
    return this.carts.change(shopperId, (cart) => addItem(cart, product, quantity));
  }
}
