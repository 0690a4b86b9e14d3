import type { FacetCell } from '../../domain/facets.ts';
import type { Product } from '../../domain/product.ts';
import type { SearchRequest } from '../../domain/search-request.ts';

export interface SearchPage {
  products: Product[];
  cells: FacetCell[];
  /** Empty on the last page. */
  nextPageToken: string;
}

/** The port to search. There are two adapters, and the setting SEARCH_VERSION says which one answers. */
export abstract class ProductSearch {
  /** `v1`: full text; `v2`: tolerant of typing errors. */
  abstract readonly version: 'v1' | 'v2';
  abstract search(request: SearchRequest): Promise<SearchPage>;
}
