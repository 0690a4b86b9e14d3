import {
  SortOrder,
  type Category as CategoryMessage,
  type Product as ProductMessage,
  type SearchProductsRequest,
} from '@tradewind/contracts/product/v1/product';
import type { Category, ProductDescription } from '../../domain/product.ts';
import type { SearchRequest, Sort } from '../../domain/search-request.ts';

const SORTS: Partial<Record<SortOrder, Sort>> = {
  [SortOrder.PRICE_ASCENDING]: 'price-ascending',
  [SortOrder.PRICE_DESCENDING]: 'price-descending',
  [SortOrder.NAME]: 'name',
  [SortOrder.NEWEST]: 'newest',
};

export function toSearchRequest({ sort, pageSize, ...request }: SearchProductsRequest): SearchRequest {
  const { query, category, minPrice, maxPrice, inStockOnly, pageToken } = request;
  const filter = { query: query.trim(), category, minPrice, maxPrice, inStockOnly };
  return { ...filter, sort: SORTS[sort] ?? 'relevance', pageSize: pageSize || 24, pageToken };
}

/** Availability and version are ours to say: what the caller says of them is left out. */
export function toDescription({
  availability: _,
  version: __,
  ...message
}: ProductMessage): ProductDescription {
  const { id, price, ...same } = message;
  return { ...same, id: id.toLowerCase(), price: price ?? { amount: -1, currency: '' } };
}

export function toCategory({ id, name, description }: CategoryMessage): Category {
  return { id, name, description };
}
