import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isUuid } from '@tradewind/kernel';
import { productNotFound, type Product } from '../../domain/product.ts';
import { ProductStore } from '../ports/product-store.ts';
import { GetProduct } from './get-product.query.ts';

@QueryHandler(GetProduct)
export class GetProductHandler implements IQueryHandler<GetProduct> {
  constructor(private readonly products: ProductStore) {}

  async execute({ productId }: GetProduct): Promise<Product> {
    const product = isUuid(productId) ? await this.products.find(productId) : undefined;
    if (!product) throw productNotFound(productId);
    return product;
  }
}
