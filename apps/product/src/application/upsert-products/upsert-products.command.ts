import { Command } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import type { Category, ProductDescription } from '../../domain/product.ts';
import { problemsOfCategory, problemsOfProduct } from './upsert-problems.ts';

const MOST = 1_000;

/** Creates or replaces products and categories. Answers how many products that changed. */
export class UpsertProducts extends Command<number> {
  constructor(
    readonly products: readonly ProductDescription[],
    readonly categories: readonly Category[],
  ) {
    super();
  }

  problems(): FieldProblem[] {
    const { products, categories } = this;
    if (products.length > MOST) return [{ field: 'products', message: `at most ${MOST} in one call` }];
    const ids = new Set(products.map(({ id }) => id));
    const twice =
      ids.size < products.length ? [{ field: 'products', message: 'an id stands there twice' }] : [];
    return [...twice, ...products.flatMap(problemsOfProduct), ...categories.flatMap(problemsOfCategory)];
  }
}
