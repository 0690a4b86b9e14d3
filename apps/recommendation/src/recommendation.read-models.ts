import type { Database, Transaction } from '@tradewind/database';
import type { ReadModel } from '@tradewind/event-bus';
import type { Lessons } from './application/ports/purchase-knowledge.ts';
import { boughtTogether, productCopies } from './entry-points/events/subscriptions.ts';
import { PostgresLessons } from './infrastructure/postgres-lessons.ts';

/** The lessons of a batch of events are stored together, in the transaction of its inbox. */
export const storeLessons =
  (database: Database) =>
  (work: (lessons: Lessons, sql: Transaction) => Promise<void>): Promise<void> =>
    database.transaction(async (sql) => {
      const lessons = new PostgresLessons();
      await work(lessons, sql);
      await lessons.store(sql);
    });

/** All that this service knows was told to it. */
export const readModels: ReadModel<Lessons>[] = [
  {
    name: 'bought-together',
    tables: ['co_purchase'],
    subscriptions: boughtTogether,
    transact: storeLessons,
  },
  { name: 'products', tables: ['product_copy'], subscriptions: productCopies, transact: storeLessons },
];
