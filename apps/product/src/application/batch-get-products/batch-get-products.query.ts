import { Query } from '@nestjs/cqrs';
import type { Product } from '../../domain/product.ts';

/** Some products, in the order of the ids; unknown ones are left out. */
export class BatchGetProducts extends Query<Product[]> {
  constructor(readonly productIds: readonly string[]) {
    super();
  }
}
