// A service that listens, with inbox and all; its handler only notes when it began. Arguments: its database, the event log's.
import { createDatabase, type Transaction } from '@tradewind/database';
import { createConsumer, createPostgresEventLog, subscriptions } from '@tradewind/event-bus';
import { createLogger } from '@tradewind/observability';
import { endWithParent, tellParent } from '../parts/child.ts';
import type { ReaderOrder } from './messages.ts';
import { sharedNow, TYPE } from './stock-event.ts';

const [url, logUrl] = process.argv.slice(2) as [string, string];
const logger = createLogger('bench', 'silent');
const database = createDatabase({ url, service: 'bench-reader' });
const log = createPostgresEventLog({ url: logUrl, service: 'bench-reader', logger });
let handled = new Map<string, number>();
let committed = (): void => {};

const consumer = await createConsumer<Transaction>({
  ...{ group: 'bench', log, database, logger, committed: () => committed() },
  subscriptions: subscriptions<Transaction>({
    [TYPE]: async ({ id }: { id: string }) => {
      handled.set(id, sharedNow());
    },
  }),
  transact: (work) => database.transaction((sql) => work(sql, sql)),
});

process.on('message', async ({ handle, within }: ReaderOrder) => {
  const began = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, within);
    committed = () => {
      if (handled.size < handle) return;
      clearTimeout(timer);
      resolve();
    };
    committed();
  });
  tellParent({ handled, milliseconds: performance.now() - began });
  handled = new Map();
});
endWithParent(async () => {
  await consumer.stop();
  await log.close();
  await database.close();
});
tellParent({ ready: true });
