import { Query } from '@nestjs/cqrs';
import type { Product } from '../../domain/product.ts';

export class GetProduct extends Query<Product> {
  constructor(readonly productId: string) {
    super();
  }
}
