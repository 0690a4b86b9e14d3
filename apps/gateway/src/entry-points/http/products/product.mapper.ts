import { Availability, SortOrder, type Facet, type Product } from '@tradewind/contracts/product/v1/product';
import type { z } from 'zod';
import type { ProductPage } from '../../../application/product-page/product-page.ts';
import type { productQuery } from '../schemas.ts';

const AVAILABILITY = {
  [Availability.IN_STOCK]: 'in-stock',
  [Availability.LOW]: 'low',
  [Availability.OUT]: 'out',
  [Availability.UNSPECIFIED]: 'out',
} as const;

export const SORTS: Record<z.output<typeof productQuery>['sort'], SortOrder> = {
  relevance: SortOrder.RELEVANCE,
  'price-asc': SortOrder.PRICE_ASCENDING,
  'price-desc': SortOrder.PRICE_DESCENDING,
  name: SortOrder.NAME,
  newest: SortOrder.NEWEST,
};

export function toProduct(product: Product) {
  const { id, sku, name, description, category, imageUrl, imageAlt, price, attributes, tags } = product;
  const availability = AVAILABILITY[product.availability];
  return { id, sku, name, description, category, imageUrl, imageAlt, price, availability, tags, attributes };
}

export function toFacet({ name, values }: Facet) {
  return { name, values: values.map(({ value, label, count }) => ({ value, label, count })) };
}

export function toProductPage({ product, available, recommendations, degraded }: ProductPage) {
  return {
    ...toProduct(product),
    stock: available === null ? null : { available },
    recommendations: recommendations?.map(toProduct) ?? null,
    degraded,
  };
}
