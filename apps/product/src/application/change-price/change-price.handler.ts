import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { productNotFound, type Product } from '../../domain/product.ts';
import { ProductStore } from '../ports/product-store.ts';
import { ChangePrice } from './change-price.command.ts';

@CommandHandler(ChangePrice)
export class ChangePriceHandler implements ICommandHandler<ChangePrice> {
  constructor(private readonly products: ProductStore) {}

  async execute({ productId, price }: ChangePrice): Promise<Product> {
    const product = await this.products.changePrice(productId, price);
    if (!product) throw productNotFound(productId);
    return product;
  }
}
