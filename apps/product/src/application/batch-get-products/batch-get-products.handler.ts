import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isUuid } from '@tradewind/kernel';
import type { Product } from '../../domain/product.ts';
import { ProductStore } from '../ports/product-store.ts';
import { BatchGetProducts } from './batch-get-products.query.ts';

@QueryHandler(BatchGetProducts)
export class BatchGetProductsHandler implements IQueryHandler<BatchGetProducts> {
  constructor(private readonly products: ProductStore) {}

  async execute({ productIds }: BatchGetProducts): Promise<Product[]> {
    const ids = [...new Set(productIds)].filter(isUuid);
    if (ids.length === 0) return [];
    const found = new Map((await this.products.findMany(ids)).map((product) => [product.id, product]));
    return ids.flatMap((id) => found.get(id.toLowerCase()) ?? []);
  }
}
