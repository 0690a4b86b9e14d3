import { AppError, type Money, isUuid } from '@tradewind/kernel';

/** What a shopper sees of the stock. */
export type Availability = 'in-stock' | 'low' | 'out';

/** What the catalogue says of a product. */
export interface ProductDescription {
  id: string;
  sku: string;
  name: string;
  description: string;
  /** A category's id. */
  category: string;
  price: Money;
  imageUrl: string;
  imageAlt: string;
  tags: string[];
  attributes: Record<string, string>;
}

export interface Product extends ProductDescription {
  availability: Availability;
  /** Grows by one with every change of the description. */
  version: number;
}

export interface Category {
  id: string;
  name: string;
  description: string;
}

export function productNotFound(id: string): AppError {
  const text = isUuid(id) ? `there is no product ${id}` : 'there is no such product';
  return new AppError('not-found', 'PRODUCT.NOT_FOUND', text);
}
