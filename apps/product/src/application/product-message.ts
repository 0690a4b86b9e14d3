import { Availability, type Product as ProductMessage } from '@tradewind/contracts/product/v1/product';
import type { Product } from '../domain/product.ts';

const AVAILABILITIES = {
  'in-stock': Availability.IN_STOCK,
  low: Availability.LOW,
  out: Availability.OUT,
} as const;

/** A product as others get it, in answers and in events alike. */
export function toProductMessage(product: Product): ProductMessage {
  return { ...product, availability: AVAILABILITIES[product.availability] };
}
