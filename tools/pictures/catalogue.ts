import { readFileSync, readdirSync } from 'node:fs';

export interface Product {
  readonly id: string;
  readonly sku: string;
  readonly category: string;
}

const folder = new URL('../../apps/product/catalogue/', import.meta.url);

const readJson = <Content>(name: string): Content =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Content;

export const readCategories = (): string[] =>
  readJson<{ id: string }[]>('categories.json').map(({ id }) => id);

export const readProducts = (): Product[] =>
  readdirSync(new URL('products/', folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => readJson<Product[]>(`products/${name}`));
