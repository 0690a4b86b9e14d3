import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ProductStore, type CategoryWithCount } from '../ports/product-store.ts';
import { ListCategories } from './list-categories.query.ts';

@QueryHandler(ListCategories)
export class ListCategoriesHandler implements IQueryHandler<ListCategories> {
  constructor(private readonly products: ProductStore) {}

  execute(): Promise<CategoryWithCount[]> {
    return this.products.categories();
  }
}
