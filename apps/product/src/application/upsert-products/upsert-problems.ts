import type { FieldProblem } from '@tradewind/cqrs';
import { isUuid } from '@tradewind/kernel';
import type { Category, ProductDescription } from '../../domain/product.ts';

type Check<T> = [field: string, isRight: (value: T) => boolean, message: string];

const hasText = (text: string, longest: number): boolean => text.trim() !== '' && text.length <= longest;

const PRODUCT: Check<ProductDescription>[] = [
  ['id', ({ id }) => isUuid(id), 'must be a UUID'],
  ['sku', ({ sku }) => hasText(sku, 64), 'must have 1 to 64 characters'],
  ['name', ({ name }) => hasText(name, 255), 'must have 1 to 255 characters'],
  ['description', ({ description }) => description.length <= 10_000, 'must have at most 10,000 characters'],
  ['category', ({ category }) => hasText(category, 64), 'must be the id of a category'],
  ['price.amount', ({ price }) => isAmount(price.amount), 'must be a whole number of minor units, 0 or more'],
  ['price.currency', ({ price }) => /^[A-Z]{3}$/.test(price.currency), 'must be an ISO 4217 code'],
  ['imageUrl', ({ imageUrl }) => imageUrl.length <= 1_024, 'must have at most 1,024 characters'],
];

const CATEGORY: Check<Category>[] = [
  ['id', ({ id }) => /^[a-z0-9-]{1,64}$/.test(id), 'must be lower-case letters, digits and hyphens'],
  ['name', ({ name }) => hasText(name, 255), 'must have 1 to 255 characters'],
];

export function isAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0;
}

export function problemsOfProduct(product: ProductDescription, index: number): FieldProblem[] {
  return problems(PRODUCT, product, `products[${index}]`);
}

export function problemsOfCategory(category: Category, index: number): FieldProblem[] {
  return problems(CATEGORY, category, `categories[${index}]`);
}

function problems<T>(checks: Check<T>[], value: T, path: string): FieldProblem[] {
  return checks
    .filter(([, isRight]) => !isRight(value))
    .map(([field, , message]) => ({ field: `${path}.${field}`, message }));
}
