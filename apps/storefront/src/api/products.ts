import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson, withQuery } from './client.ts';
import type { Money } from './money.ts';

export type Availability = 'in-stock' | 'low' | 'out';

export interface Product {
  id: string;
  sku: string;
  name: string;
  description: string;
  category: string;
  imageUrl: string;
  imageAlt?: string;
  price: Money;
  availability: Availability;
  attributes?: Record<string, string>;
}

export interface ProductDetail extends Product {
  /** `null` when it could not be had; `degraded` then names it. */
  stock: { available: number } | null;
  recommendations: Product[] | null;
  degraded?: string[];
}

export interface FacetValue {
  value: string;
  label?: string;
  count: number;
}

export interface Facet {
  name: string;
  values: FacetValue[];
}

export interface ProductPage {
  items: Product[];
  facets: Facet[] | null;
  total: number;
  nextPageToken: string | null;
  searchVersion?: string;
  degraded?: string[];
}

export const sortOrders = ['relevance', 'price-asc', 'price-desc', 'name', 'newest'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** What the shopper looks for. Prices are minor units, inclusive. */
export interface ProductSearch {
  query: string;
  category: string;
  minPrice: number | null;
  maxPrice: number | null;
  inStock: boolean;
  sort: SortOrder;
}

const pageSize = 24;

export function productSearchQuery(search: ProductSearch) {
  return infiniteQueryOptions({
    queryKey: ['products', search],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => getJson<ProductPage>(searchPath(search, pageParam), signal),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function productQuery(productId: string) {
  return queryOptions({
    queryKey: ['product', productId],
    queryFn: ({ signal }) => getJson<ProductDetail>(`/api/products/${encodeURIComponent(productId)}`, signal),
  });
}

function searchPath(search: ProductSearch, pageToken: string): string {
  return withQuery('/api/products', {
    ...search,
    inStock: search.inStock || undefined,
    sort: search.sort === 'relevance' ? undefined : search.sort,
    pageSize,
    pageToken,
  });
}
