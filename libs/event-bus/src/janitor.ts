import type { Database } from '@tradewind/database';
import { metrics, withoutTracing, type Logger } from '@tradewind/observability';
import { lowestUuidV7 } from './lowest-uuid-v7.ts';

export interface Janitor {
  stop(): Promise<void>;
}

interface JanitorOptions {
  database: Database;
  logger: Logger;
  /** Milliseconds that a published event stays in the outbox, for whoever looks into it. */
  outboxKeep: number;
  /**
   * Milliseconds that a handled event is remembered. Longer than anybody may deliver it again: a relay that comes back
   * after an outage, a group that is set back, a letter. What comes after that is handled a second time.
   */
  inboxKeep: number;
  /** Milliseconds between two rounds. Default 60,000. */
  every?: number;
}

const AT_ONCE = 500;
const BATCHES = 20;

// Ids are UUIDv7, which begin with their time: the primary key leads to the oldest rows. What is not published stays.
// `skip locked`: two replicas remove different rows.
const OUTBOX = `delete from outbox where id in (select id from outbox
  where id < $1::uuid and published_at < to_timestamp($2::float8 / 1000) order by id limit ${AT_ONCE} for update skip locked)
  returning 1`;
const INBOX = `delete from inbox where event_id in (select event_id from inbox
  where handled_at < to_timestamp($1::float8 / 1000) order by handled_at limit ${AT_ONCE} for update skip locked) returning 1`;

const removed = metrics.counter('messaging_rows_removed_total', 'Old rows that were removed.', ['table']);

/** Removes old rows of outbox and inbox: small statements with pauses between them, a bounded number in each round. */
export function createJanitor({ database, logger, every = 60_000, ...keep }: JanitorOptions): Janitor {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  async function round(): Promise<void> {
    const now = Date.now();
    const [outbox, inbox] = [now - keep.outboxKeep, now - keep.inboxKeep];
    await remove('outbox', () => database.query('outbox.prune', OUTBOX, [lowestUuidV7(outbox), outbox]));
    await remove('inbox', () => database.query('inbox.prune', INBOX, [inbox]));
  }

  async function remove(table: string, batch: () => Promise<unknown[]>): Promise<void> {
    for (let n = 0; n < BATCHES && !stopped; n++) {
      const { length } = await batch();
      removed.inc({ table }, length);
      if (length < AT_ONCE) return;
    }
  }

  function schedule(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      running = withoutTracing(round)
        .catch((error: unknown) => logger.warn({ err: error }, 'old messages could not be removed; later'))
        .finally(schedule);
    }, every).unref();
  }

  schedule();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
