import { Inject, Injectable } from '@nestjs/common';
import { createPrisma, type Database } from '@tradewind/database';
import { newEvent } from '@tradewind/event-bus';
import { AppError, type Money } from '@tradewind/kernel';
import { DATABASE, Messaging } from '@tradewind/service-defaults';
import { PrismaClient } from '../../generated/prisma/client.ts';
import { ProductStore, type CategoryWithCount } from '../application/ports/product-store.ts';
import { toProductMessage } from '../application/product-message.ts';
import type { Availability, Category, Product, ProductDescription } from '../domain/product.ts';
import { createBriefCache } from './brief-cache.ts';
import { upsertCategories, upsertProducts } from './upsert-products.sql.ts';

type Stored = NonNullable<Awaited<ReturnType<PrismaClient['product']['findUnique']>>>;

// Prisma counts by a join over all products; this reads one index.
const COUNTED = `select c.id, c.name, c.description, coalesce(n.count, 0)::int as "productCount"
  from category c left join (select category, count(*) from product group by 1) n on n.category = c.id
  order by c.position, c.id`;

/** The catalogue in PostgreSQL: Prisma for single products, SQL for many. */
@Injectable()
export class PrismaProductStore extends ProductStore {
  private readonly prisma;
  private readonly counted = createBriefCache<CategoryWithCount[]>({ maximum: 1 });

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly messaging: Messaging,
  ) {
    super();
    this.prisma = createPrisma(database, PrismaClient);
  }

  async find(id: string): Promise<Product | undefined> {
    const stored = await this.prisma.client.product.findUnique({ where: { id } });
    return stored ? toProduct(stored) : undefined;
  }

  async findMany(ids: readonly string[]): Promise<Product[]> {
    const stored = await this.prisma.client.product.findMany({ where: { id: { in: [...ids] } } });
    return stored.map(toProduct);
  }

  categories(): Promise<CategoryWithCount[]> {
    return this.counted.get('', () => this.database.query('category.list', COUNTED));
  }

  async upsert(products: readonly ProductDescription[], categories: readonly Category[]): Promise<number> {
    const changed = await this.database
      .transaction(async (sql) => {
        await upsertCategories(sql, categories);
        const upserted = await upsertProducts(sql, products);
        await this.messaging.outbox.append(sql, upserted.map(productUpserted));
        return upserted;
      })
      .catch((error: unknown) => {
        throw translate(error);
      });
    this.messaging.wake();
    return changed.length;
  }

  async changePrice(id: string, { amount, currency }: Money): Promise<Product | undefined> {
    const changed = await this.prisma.transaction(async (client, sql) => {
      // The lock makes "previous price" true when two change it at once.
      await sql.query('product.lock', 'select 1 from product where id = $1 for update', [id]);
      const before = await client.product.findUnique({ where: { id } });
      if (!before) return undefined;
      const previous = toProduct(before);
      if (previous.price.amount === amount && previous.price.currency === currency) return previous;
      const data = { price: BigInt(amount), currency, version: { increment: 1 } };
      const product = toProduct(await client.product.update({ where: { id }, data }));
      await this.messaging.outbox.append(sql, [priceChanged(product, previous.price)]);
      return product;
    });
    this.messaging.wake();
    return changed;
  }
}

function productUpserted(product: Product) {
  return newEvent('tradewind.product.v1.product-upserted', product.id, {
    product: toProductMessage(product),
  });
}

function priceChanged(product: Product, previousPrice: Money) {
  const data = { product: toProductMessage(product), previousPrice };
  return newEvent('tradewind.product.v1.price-changed', product.id, data);
}

function toProduct({ price, currency, version, categoryId, ...stored }: Stored): Product {
  const { id, sku, name, description, imageUrl, imageAlt, tags } = stored;
  const attributes = stored.attributes as Record<string, string>;
  const availability = stored.availability as Availability;
  const money = { amount: Number(price), currency };
  const same = { id, sku, name, description, imageUrl, imageAlt, tags, attributes, availability };
  return { ...same, category: categoryId, price: money, version: Number(version) };
}

/** What the database's own rules refuse, in our words. */
function translate(error: unknown): unknown {
  const { constraint } = error as { constraint?: string };
  if (constraint === 'product_sku')
    return new AppError('conflict', 'PRODUCT.SKU_TAKEN', 'another product has this SKU', { cause: error });
  if (constraint === 'product_category')
    return new AppError(
      'refused',
      'PRODUCT.UNKNOWN_CATEGORY',
      'a product names a category that is not there',
      {
        cause: error,
      },
    );
  return error;
}
