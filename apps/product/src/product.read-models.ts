import type { Database, Transaction } from '@tradewind/database';
import type { Place, ReadModel } from '@tradewind/event-bus';
import type { StockLevels } from './application/ports/stock-levels.ts';
import { productSubscriptions } from './entry-points/events/subscriptions.ts';
import { adoptStockLevels } from './infrastructure/adopt-stock-levels.ts';
import { PostgresStockLevels } from './infrastructure/postgres-stock-levels.ts';

/** The levels of a batch of events are stored together, in the transaction of its inbox. */
export const storeLevels =
  (database: Database, place: Place = 'live') =>
  (work: (levels: StockLevels, sql: Transaction) => Promise<void>): Promise<void> =>
    database.transaction(async (sql) => {
      const levels = new PostgresStockLevels();
      await work(levels, sql);
      await levels.store(sql, place);
    });

/** What "in stock" comes from: the last level heard of each product. */
export const availability: ReadModel<StockLevels> = {
  name: 'availability',
  tables: ['stock_level'],
  subscriptions: productSubscriptions,
  transact: storeLevels,
  // Version 0 is a product of which no level was heard yet.
  folded: { stock_level: 'version > 0' },
  adopt: adoptStockLevels,
};
