import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { facetsOf, totalOf } from '../../domain/facets.ts';
import { ProductSearch } from '../ports/product-search.ts';
import { ProductStore } from '../ports/product-store.ts';
import { SearchProducts, type SearchAnswer } from './search-products.query.ts';

@QueryHandler(SearchProducts)
export class SearchProductsHandler implements IQueryHandler<SearchProducts> {
  constructor(
    private readonly search: ProductSearch,
    private readonly products: ProductStore,
  ) {}

  async execute({ request }: SearchProducts): Promise<SearchAnswer> {
    const [page, categories] = await Promise.all([this.search.search(request), this.products.categories()]);
    const { products, cells, nextPageToken } = page;
    return {
      products,
      facets: facetsOf(cells, request, categories),
      total: totalOf(cells, request),
      nextPageToken,
      searchVersion: this.search.version,
    };
  }
}
