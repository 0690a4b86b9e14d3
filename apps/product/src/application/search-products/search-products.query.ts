import { Query } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import type { Facet } from '../../domain/facets.ts';
import type { Product } from '../../domain/product.ts';
import type { SearchRequest } from '../../domain/search-request.ts';

export interface SearchAnswer {
  products: Product[];
  facets: Facet[];
  total: number;
  nextPageToken: string;
  searchVersion: string;
}

export class SearchProducts extends Query<SearchAnswer> {
  constructor(readonly request: SearchRequest) {
    super();
  }

  problems(): FieldProblem[] {
    const { pageSize, query } = this.request;
    return [
      ...(pageSize >= 1 && pageSize <= 100 ? [] : [{ field: 'pageSize', message: 'must be 1 to 100' }]),
      ...(query.length <= 400 ? [] : [{ field: 'query', message: 'must have at most 400 characters' }]),
    ];
  }
}
