import { createDatabase, type Database } from '@tradewind/database';
import { uuidV7 } from '@tradewind/kernel';
import type { Messaging } from '@tradewind/service-defaults';
import { createTestDatabase } from '@tradewind/testing';
import { CommitStock } from '../src/application/commit-stock/commit-stock.command.ts';
import { CommitStockHandler } from '../src/application/commit-stock/commit-stock.handler.ts';
import { ReserveStock } from '../src/application/reserve-stock/reserve-stock.command.ts';
import { ReserveStockHandler } from '../src/application/reserve-stock/reserve-stock.handler.ts';
import type { Reservation } from '../src/domain/reservation.ts';
import type { StockLine } from '../src/domain/stock-line.ts';
import { PostgresStockStore } from '../src/infrastructure/postgres-stock-store.ts';

export interface StockBench {
  database: Database;
  store: PostgresStockStore;
  /** Another process with lanes of its own. @param lasts milliseconds that its reservations hold; an hour unless given */
  replica(lasts?: number): PostgresStockStore;
  reserve(key: string, lines: StockLine[], store?: PostgresStockStore): Promise<Reservation>;
  commit(key: string, store?: PostgresStockStore): Promise<Reservation>;
  /** New products, each with so many units in stock. */
  products(...quantities: number[]): Promise<string[]>;
  /** What is kept of a product. */
  stockOf(productId: string): Promise<{ onHand: number; reserved: number; committed: number }>;
  /** The events of one aggregate: type and data. */
  told(aggregateId: string): Promise<[string, Record<string, unknown>][]>;
  rows<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openStockBench(): Promise<StockBench> {
  const test = await createTestDatabase('inventory');
  const database = createDatabase({ url: test.url, service: 'inventory-test', connections: 8 });
  const replica = (lasts = 3_600_000): PostgresStockStore =>
    new PostgresStockStore(database, { wake: () => {} } as unknown as Messaging, lasts);
  const store = replica();
  const rows = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await database.pool.query(text, values)).rows as Row[];
  return {
    ...{ database, store, replica, rows },
    reserve: (key, lines, at = store) => new ReserveStockHandler(at).execute(new ReserveStock(key, lines)),
    commit: (key, at = store) => new CommitStockHandler(at).execute(new CommitStock(key)),
    async products(...quantities) {
      const ids = quantities.map(() => uuidV7());
      const lines = ids.map((productId, index) => ({ productId, quantity: quantities[index]! }));
      await store.restock(`initial-${ids[0]}`, lines);
      return ids;
    },
    async stockOf(productId) {
      const text = 'select on_hand as "onHand", reserved, committed::int from stock where product_id = $1';
      return (await rows<{ onHand: number; reserved: number; committed: number }>(text, [productId]))[0]!;
    },
    async told(aggregateId) {
      const text = 'select type, payload from outbox where aggregateid = $1 order by sequence';
      const events = await rows<{ type: string; payload: Record<string, unknown> }>(text, [aggregateId]);
      return events.map(({ type, payload }) => [type.replace('tradewind.inventory.v1.', ''), payload]);
    },
    async close() {
      await database.close();
      await test.drop();
    },
  };
}
