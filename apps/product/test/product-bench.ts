import { newEvent } from '@tradewind/event-bus';
import { createLogger } from '@tradewind/observability';
import { Messaging } from '@tradewind/service-defaults';
import { createTestDatabase } from '@tradewind/testing';
import { PrismaProductStore } from '../src/infrastructure/prisma-product-store.ts';
import type { ProductDescription } from '../src/domain/product.ts';
import type { SearchRequest } from '../src/domain/search-request.ts';
import { listen } from '../src/product.module.ts';

export type Bench = Awaited<ReturnType<typeof openBench>>;

/** The catalogue on a real PostgreSQL of its own, with its ear on an event log. */
export async function openBench() {
  const { url, eventLogUrl, drop } = await createTestDatabase('product');
  const settings = { databaseUrl: url, databaseConnections: 4, eventLogUrl, gather: 1, poll: 100 };
  const messaging = new Messaging('product', settings, createLogger('product', 'fatal'));
  listen(messaging);
  await messaging.start();
  const { database, outbox } = messaging;
  return {
    database,
    store: new PrismaProductStore(database, messaging),
    /** As if the inventory had published it: the relay hands on whatever stands in the outbox. */
    async tellLevel(productId: string, available: number, version: number): Promise<void> {
      const event = newEvent('tradewind.inventory.v1.stock-level-changed', productId, {
        productId,
        available,
        version,
      });
      await outbox.append(database, [event]);
      messaging.wake();
    },
    told: () =>
      database.query<{ type: string; payload: unknown }>(
        'test.told',
        `select type, payload from outbox where type like 'tradewind.product%' order by sequence`,
      ),
    async close(): Promise<void> {
      await messaging.stop();
      await drop();
    },
  };
}

export function product(number: number, change: Partial<ProductDescription> = {}): ProductDescription {
  return {
    id: `019cada8-5095-75c9-a625-${String(number).padStart(12, '0')}`,
    sku: `SKU-${number}`,
    name: `Thing ${number}`,
    description: 'Useful in every house.',
    category: 'kitchen',
    price: { amount: 1_000 + number, currency: 'EUR' },
    imageUrl: '',
    imageAlt: '',
    tags: [],
    attributes: {},
    ...change,
  };
}

export const categories = ['kitchen', 'lighting'].map((id) => ({ id, name: id, description: '' }));

export function request(change: Partial<SearchRequest> = {}): SearchRequest {
  const filter = { query: '', category: '', minPrice: undefined, maxPrice: undefined, inStockOnly: false };
  return { ...filter, sort: 'relevance', pageSize: 10, pageToken: '', ...change };
}
