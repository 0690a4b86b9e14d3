// A service that stores events and publishes them. Arguments: relay or poll, its database, the event log's.
import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase } from '@tradewind/database';
import { createOutbox, createPostgresEventLog, createRelay } from '@tradewind/event-bus';
import { createLogger } from '@tradewind/observability';
import { endWithParent, tellParent } from '../parts/child.ts';
import type { WriterOrder } from './messages.ts';
import { createPollingOutbox } from './polling-outbox.ts';
import { sharedNow, stockEvent } from './stock-event.ts';

const [way, url, logUrl] = process.argv.slice(2) as [string, string, string];
const logger = createLogger('bench', 'silent');
const database = createDatabase({ url, service: 'bench-writer' });
const log = createPostgresEventLog({ url: logUrl, service: 'bench-writer', logger });
const outbox = createOutbox();
let publisher: { wake(): void; stop(): Promise<void> } | undefined;

/** The services' own settings of the relay; 500 ms and 1,000 rows for the other. */
function publish(): void {
  publisher =
    way === 'relay'
      ? createRelay({ database, log, logger, gather: 20, poll: 1_000 })
      : createPollingOutbox({ database, log, every: 500, limit: 1_000 });
}

async function pace(rate: number, seconds: number): Promise<Map<string, number>> {
  const committed = new Map<string, number>();
  const one = async (number: number): Promise<void> => {
    const event = stockEvent(number);
    await database.transaction((sql) => outbox.append(sql, [event]));
    committed.set(event.id, sharedNow());
    publisher?.wake();
  };
  const writing: Promise<void>[] = [];
  const began = performance.now();
  for (let sent = 0; sent < rate * seconds; await sleep(1)) {
    const due = Math.min(rate * seconds, ((performance.now() - began) / 1_000) * rate);
    while (sent < due) writing.push(one(sent++));
  }
  await Promise.all(writing);
  return committed;
}

async function unpublished(): Promise<number> {
  const text = 'select count(*)::int as rows from outbox where published_at is null';
  return (await database.query<{ rows: number }>('bench.unpublished', text))[0]!.rows;
}

async function drain(within: number): Promise<{ published: number; milliseconds: number }> {
  const [total, began] = [await unpublished(), performance.now()];
  publish();
  const some = 'select 1 from outbox where published_at is null limit 1';
  while (performance.now() - began < within && (await database.pool.query(some)).rowCount !== 0)
    await sleep(10);
  const milliseconds = performance.now() - began;
  return { published: total - (await unpublished()), milliseconds };
}

process.on('message', async (order: WriterOrder) => {
  if (order.do === 'publish') publish();
  if (order.do === 'pace') tellParent({ committed: await pace(order.rate, order.seconds) });
  if (order.do === 'drain') tellParent(await drain(order.within));
});
endWithParent(async () => {
  await publisher?.stop();
  await log.close();
  await database.close();
});
await log.ends([]);
tellParent({ ready: true });
