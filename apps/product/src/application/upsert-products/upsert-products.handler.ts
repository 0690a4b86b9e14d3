import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ProductStore } from '../ports/product-store.ts';
import { UpsertProducts } from './upsert-products.command.ts';

@CommandHandler(UpsertProducts)
export class UpsertProductsHandler implements ICommandHandler<UpsertProducts> {
  constructor(private readonly products: ProductStore) {}

  execute({ products, categories }: UpsertProducts): Promise<number> {
    return this.products.upsert(products, categories);
  }
}
