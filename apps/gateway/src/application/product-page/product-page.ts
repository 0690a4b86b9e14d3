import { Injectable } from '@nestjs/common';
import type { Product } from '@tradewind/contracts/product/v1/product';
import { withFallback } from '@tradewind/resilience';
import { KnownProducts } from '../products/known-products.ts';
import { Services } from '../ports/services.ts';

export interface ProductPage {
  product: Product;
  /** Seconds since the product was read; above 0 it is what was known before the product service went away. */
  age: number;
  /** Null: it could not be had. */
  available: number | null;
  recommendations: Product[] | null;
  /** What could not be had. */
  degraded: string[];
}

const RECOMMENDATIONS = 4;

/** Composes the page of a product: in parallel, and partial when something that is only nice to have is away. */
@Injectable()
export class ComposeProductPage {
  constructor(
    private readonly services: Services,
    private readonly known: KnownProducts,
  ) {}

  async compose(productId: string): Promise<ProductPage> {
    const degraded: string[] = [];
    const orNull = <T>(name: string, work: () => Promise<T>): Promise<T | null> =>
      withFallback(work, () => {
        degraded.push(name);
        return null;
      });
    const [{ value: product, stale, age }, available, recommendations] = await Promise.all([
      this.known.product(productId),
      orNull('inventory', () => this.available(productId)),
      orNull('recommendation', () => this.recommended(productId)),
    ]);
    if (stale) degraded.unshift('product');
    return { product, age: stale ? Math.ceil(age / 1_000) : 0, available, recommendations, degraded };
  }

  private async available(productId: string): Promise<number> {
    const { stocks } = await this.services.inventory.batchGetStock({ productIds: [productId] });
    return stocks[0]?.available ?? 0;
  }

  private async recommended(productId: string): Promise<Product[]> {
    const request = { productId, limit: RECOMMENDATIONS, algorithm: '' };
    const { productIds } = await this.services.recommendation.getRecommendations(request);
    if (productIds.length === 0) return [];
    const { products } = await this.services.product.batchGetProducts({ productIds });
    const byId = new Map(products.map((product) => [product.id, product]));
    return productIds.flatMap((id) => byId.get(id) ?? []);
  }
}
