/** `relevance` is by rank when words are looked for, else the catalogue's own order. */
export type Sort = 'relevance' | 'price-ascending' | 'price-descending' | 'name' | 'newest';

export interface SearchFilter {
  /** Words to look for; empty finds everything. */
  query: string;
  /** A category's id; empty for all. */
  category: string;
  /** Minor units, inclusive. */
  minPrice: number | undefined;
  maxPrice: number | undefined;
  inStockOnly: boolean;
}

export interface SearchRequest extends SearchFilter {
  sort: Sort;
  pageSize: number;
  pageToken: string;
}
