import type { Money } from '@tradewind/kernel';
import type { Category, Product, ProductDescription } from '../../domain/product.ts';

export interface CategoryWithCount extends Category {
  productCount: number;
}

/** The port to the catalogue. Every change is one transaction with its events. */
export abstract class ProductStore {
  abstract find(id: string): Promise<Product | undefined>;
  /** Unknown ids are left out. */
  abstract findMany(ids: readonly string[]): Promise<Product[]>;
  /** In the shop's order. */
  abstract categories(): Promise<CategoryWithCount[]>;
  /** Creates or replaces; answers how many products that changed. */
  abstract upsert(products: readonly ProductDescription[], categories: readonly Category[]): Promise<number>;
  /** Undefined: there is no such product. */
  abstract changePrice(id: string, price: Money): Promise<Product | undefined>;
}
