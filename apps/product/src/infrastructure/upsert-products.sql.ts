import type { Transaction } from '@tradewind/database';
import type { Category, Product, ProductDescription } from '../domain/product.ts';
import { vocabularyOf } from '../domain/words.ts';
import { COLUMNS, toProduct, type ProductRow } from './product-row.ts';

const CATEGORIES = `insert into category as c (id, name, description, position)
  select id, name, description, (select coalesce(max(position), 0) from category) + ordinal
  from rows from (jsonb_to_recordset($1::jsonb) as (id text, name text, description text))
    with ordinality as i(id, name, description, ordinal)
  on conflict (id) do update set name = excluded.name, description = excluded.description
    where (c.name, c.description) is distinct from (excluded.name, excluded.description)`;

// Before the products and in a statement of its own: it waits for a level that is just being stored, and what it waited
// for is seen by the next statement only.
const LEVELS = `insert into stock_level (product_id) select id from unnest($1::uuid[]) id order by id on conflict do nothing`;

const PRODUCTS = `insert into product as p
    (id, sku, name, description, category, price, currency, image_url, image_alt, tags, attributes, available)
  select i.id, sku, name, description, category, price, currency, image_url, image_alt, tags, attributes, s.available
  from rows from (jsonb_to_recordset($1::jsonb) as (id uuid, sku text, name text, description text, category text,
      price bigint, currency text, image_url text, image_alt text, tags text[], attributes jsonb))
    with ordinality as i(id, sku, name, description, category, price, currency, image_url, image_alt, tags, attributes, ordinal)
  join stock_level s on s.product_id = i.id
  order by i.ordinal
  on conflict (id) do update set sku = excluded.sku, name = excluded.name, description = excluded.description,
    category = excluded.category, price = excluded.price, currency = excluded.currency, image_url = excluded.image_url,
    image_alt = excluded.image_alt, tags = excluded.tags, attributes = excluded.attributes, version = p.version + 1
  where (p.sku, p.name, p.description, p.category, p.price, p.currency, p.image_url, p.image_alt, p.tags, p.attributes)
    is distinct from (excluded.sku, excluded.name, excluded.description, excluded.category, excluded.price,
      excluded.currency, excluded.image_url, excluded.image_alt, excluded.tags, excluded.attributes)
  returning ${COLUMNS}`;

// In alphabetical order: two calls cannot wait for each other.
const WORDS = `insert into search_word (word) select word from unnest($1::text[]) word order by word on conflict do nothing`;

export async function upsertCategories(sql: Transaction, categories: readonly Category[]): Promise<void> {
  if (categories.length > 0) await sql.query('category.upsert', CATEGORIES, [JSON.stringify(categories)]);
}

/** Answers the products that changed. */
export async function upsertProducts(
  sql: Transaction,
  products: readonly ProductDescription[],
): Promise<Product[]> {
  if (products.length === 0) return [];
  await sql.query('product.levels', LEVELS, [products.map(({ id }) => id)]);
  const rows = await sql.query<ProductRow>('product.upsert', PRODUCTS, [JSON.stringify(products.map(toRow))]);
  const words = vocabularyOf(rows.flatMap(({ name, tags }) => [name, ...tags]));
  if (words.length > 0) await sql.query('product.words', WORDS, [words]);
  return rows.map(toProduct);
}

function toRow({
  price,
  imageUrl,
  imageAlt,
  ...same
}: ProductDescription): Omit<ProductRow, 'availability' | 'version'> {
  return { ...same, price: price.amount, currency: price.currency, image_url: imageUrl, image_alt: imageAlt };
}
