import { Query } from '@nestjs/cqrs';
import type { CategoryWithCount } from '../ports/product-store.ts';

/** All categories in the shop's order, with the number of their products. */
export class ListCategories extends Query<CategoryWithCount[]> {}
