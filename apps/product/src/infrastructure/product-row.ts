import type { Availability, Product } from '../domain/product.ts';

/** A product as the statements of this folder select it. */
export interface ProductRow {
  id: string;
  sku: string;
  name: string;
  description: string;
  category: string;
  price: number;
  currency: string;
  image_url: string;
  image_alt: string;
  tags: string[];
  attributes: Record<string, string>;
  availability: Availability;
  version: number;
}

// bigint would arrive as text; a price and a version fit a double exactly.
export const COLUMNS = `id, sku, name, description, category, price::float8 as price, currency, image_url, image_alt,
  tags, attributes, availability, version::float8 as version`;

export function toProduct(row: ProductRow): Product {
  const { price: amount, currency, image_url: imageUrl, image_alt: imageAlt, ...same } = row;
  const { id, sku, name, description, category, tags, attributes, availability, version } = same;
  const price = { amount, currency };
  return {
    id,
    sku,
    name,
    description,
    category,
    price,
    imageUrl,
    imageAlt,
    tags,
    attributes,
    availability,
    version,
  };
}
