import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface CatalogueCategory {
  id: string;
  name: string;
  description: string;
}

/** A product as the catalogue's files have it. */
export interface CatalogueProduct {
  id: string;
  sku: string;
  name: string;
  description: string;
  category: string;
  price: { amount: number; currency: string };
  stock: number;
  tags: string[];
  attributes: Record<string, string>;
  image: string;
  imageAlt: string;
}

export interface Catalogue {
  categories: CatalogueCategory[];
  products: CatalogueProduct[];
}

/** The catalogue of a folder in the shop's order. */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  const categories = await readJson<CatalogueCategory[]>(join(folder, 'categories.json'));
  const files = (await readdir(join(folder, 'products'))).filter((name) => name.endsWith('.json')).sort();
  const products = await Promise.all(
    files.map((name) => readJson<CatalogueProduct[]>(join(folder, 'products', name))),
  );
  const rank = new Map(categories.map(({ id }, index) => [id, index]));
  const sorted = products.flat().sort((left, right) => rank.get(left.category)! - rank.get(right.category)!);
  return { categories, products: sorted };
}

async function readJson<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(file, 'utf8')) as Content;
}
