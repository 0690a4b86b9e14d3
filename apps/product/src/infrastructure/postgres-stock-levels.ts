import type { Transaction } from '@tradewind/database';
import type { Place } from '@tradewind/event-bus';
import { StockLevels } from '../application/ports/stock-levels.ts';

interface Level {
  productId: string;
  available: number;
  version: number;
}

const KEEP = `insert into stock_level as s (product_id, available, version)
  select distinct on ("productId") "productId", available, version
  from jsonb_to_recordset($1::jsonb) as l("productId" uuid, available integer, version bigint)
  order by "productId", version desc
  on conflict (product_id) do update set available = excluded.available, version = excluded.version
    where s.version < excluded.version`;

// A statement of its own: a product that was being created while the first one waited is seen here.
const SHOW = `update product p set available = s.available from stock_level s
  where s.product_id = any($1::uuid[]) and p.id = s.product_id and p.available <> s.available`;

/** Gathers the levels of a batch of events and stores them in its transaction, with two statements for all. */
export class PostgresStockLevels extends StockLevels {
  private readonly levels: Level[] = [];

  changed(level: Level): void {
    this.levels.push(level);
  }

  /** Only in the `live` place do products show their level: a rebuild goes through old levels. */
  async store(sql: Transaction, place: Place = 'live'): Promise<void> {
    if (this.levels.length === 0) return;
    await sql.query('stock-level.keep', KEEP, [JSON.stringify(this.levels)]);
    if (place === 'shadow') return;
    await sql.query('stock-level.show', SHOW, [this.levels.map(({ productId }) => productId)]);
  }
}
