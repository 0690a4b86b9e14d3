import { isUuidV7 } from './identifier.ts';
import type { Product } from './catalogue.ts';

export interface Findings {
  readonly products: readonly Product[];
  readonly categories: readonly string[];
  /** File names without `.svg`; names that begin with `_` are not products. */
  readonly pictures: readonly string[];
}

function doubled(values: readonly string[], what: string): string[] {
  const twice = values.filter((value, index) => values.indexOf(value) < index);
  return [...new Set(twice)].map((value) => `${what} ${value} is used more than once`);
}

export function problems({ products, categories, pictures }: Findings): string[] {
  const drawn = new Set(pictures);
  const sold = new Set(products.map(({ sku }) => sku.toLowerCase()));
  return [
    ...doubled(
      products.map(({ id }) => id),
      'id',
    ),
    ...doubled(
      products.map(({ sku }) => sku),
      'sku',
    ),
    ...products.filter(({ id }) => !isUuidV7(id)).map(({ id, sku }) => `${sku}: id ${id} is no UUIDv7`),
    ...products
      .filter(({ category }) => !categories.includes(category))
      .map(({ category, sku }) => `${sku}: category ${category} is not in categories.json`),
    ...products.filter(({ sku }) => !drawn.has(sku.toLowerCase())).map(({ sku }) => `${sku}: has no picture`),
    ...pictures
      .filter((name) => !name.startsWith('_') && !sold.has(name))
      .map((name) => `${name}.svg: belongs to no product`),
  ];
}
