import { Injectable } from '@nestjs/common';
import type { CartServiceService } from '@tradewind/contracts/cart/v1/cart';
import { UseCases } from '@tradewind/cqrs';
import type { Implementation } from '@tradewind/rpc';
import { AddItem } from '../../application/add-item/add-item.command.ts';
import { ChangeQuantity } from '../../application/change-quantity/change-quantity.command.ts';
import { ClearCart } from '../../application/clear-cart/clear-cart.command.ts';
import { GetCart } from '../../application/get-cart/get-cart.query.ts';
import { RemoveItem } from '../../application/remove-item/remove-item.command.ts';
import { toCart } from './cart.mapper.ts';

type Service = Implementation<typeof CartServiceService>;

@Injectable()
export class CartController implements Service {
  constructor(private readonly useCases: UseCases) {}

  getCart: Service['getCart'] = async ({ shopperId }) =>
    toCart(await this.useCases.ask(new GetCart(shopperId)));

  addItem: Service['addItem'] = async ({ shopperId, productId, quantity }) =>
    toCart(await this.useCases.execute(new AddItem(shopperId, productId, quantity)));

  changeQuantity: Service['changeQuantity'] = async ({ shopperId, productId, quantity }) =>
    toCart(await this.useCases.execute(new ChangeQuantity(shopperId, productId, quantity)));

  removeItem: Service['removeItem'] = async ({ shopperId, productId }) =>
    toCart(await this.useCases.execute(new RemoveItem(shopperId, productId)));

  clearCart: Service['clearCart'] = async ({ shopperId }) =>
    toCart(await this.useCases.execute(new ClearCart(shopperId)));
}
