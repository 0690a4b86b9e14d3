import type { Topic, EventType } from '@tradewind/contracts';
import type { Database, Transaction } from '@tradewind/database';
import { metrics, withoutTracing, type Logger } from '@tradewind/observability';
import type { StoredEvent } from './event.ts';
import type { EventLog } from './event-log.ts';

export interface Relay {
  /** Something was stored: publish soon. Cheap; call it after every commit that may have stored events. */
  wake(): void;
  stop(): Promise<void>;
}

interface RelayOptions {
  database: Database;
  log: EventLog;
  logger: Logger;
  /** Milliseconds in which events gather before they are published together. */
  gather: number;
  /** Milliseconds after which it looks without being woken: for what a killed process left behind. */
  poll: number;
}

interface Row {
  id: string;
  aggregatetype: string;
  aggregateid: string;
  type: string;
  payload: unknown;
  traceparent: string | null;
  occurred_at: Date;
}

const BATCH = 500;
const LOCK = 72_707_370;

// The lock makes one replica publish at a time: two could overtake each other within one aggregate.
// Rows are found by "not yet published", never by "id after the last": a row that commits late is not lost.
// They are locked, because the lock may be had after the statement's snapshot was taken: a row that the one before has just
// published is then looked at again, and left out.
const TAKE = `with turn as materialized (select pg_try_advisory_xact_lock(${LOCK}) as mine)
  select id, aggregatetype, aggregateid, type, payload, traceparent, occurred_at
  from outbox, turn where mine and published_at is null order by sequence limit ${BATCH}
  for update of outbox`;
const MARK = 'update outbox set published_at = now() where id = any($1::uuid[])';

const published = metrics.counter('events_published_total', 'Events that the relay handed to the log.', [
  'type',
]);
const delay = metrics.histogram('outbox_delay_seconds', 'Time from an event to its publication.');

/**
 * Publishes what the outbox holds, in order, at least once: a crash between append and mark publishes again, and the
 * inboxes of the listeners drop the second copy. Source: Chris Richardson, "Microservices Patterns", 3.3.
 */
export function createRelay(options: RelayOptions): Relay {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let gathering = false;
  let again = false;
  let stopped = false;

  function schedule(milliseconds: number): void {
    if (stopped) return;
    clearTimeout(timer);
    gathering = milliseconds <= options.gather;
    timer = setTimeout(() => void (running = withoutTracing(publishAll)), milliseconds);
  }

  async function publishAll(): Promise<void> {
    again = false;
    let failed = false;
    try {
      while ((await publishBatch(options.database, options.log)) === BATCH);
    } catch (error) {
      failed = true;
      options.logger.warn({ err: error }, 'the relay could not publish; it will try again');
    }
    running = undefined;
    schedule(again && !failed ? options.gather : failed ? 250 : options.poll);
  }

  schedule(0);
  return {
    wake() {
      if (running) again = true;
      else if (!gathering) schedule(options.gather);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function publishBatch(database: Database, log: EventLog): Promise<number> {
  return database.transaction(async (transaction) => {
    const rows = await transaction.query<Row>('relay.take', TAKE);
    if (rows.length === 0) return 0;
    await log.append(rows.map(toEvent));
    await mark(transaction, rows);
    return rows.length;
  });
}

async function mark(transaction: Transaction, rows: Row[]): Promise<void> {
  await transaction.query('relay.mark', MARK, [rows.map((row) => row.id)]);
  const now = Date.now();
  for (const row of rows) {
    published.inc({ type: row.type });
    delay.observe((now - row.occurred_at.getTime()) / 1000);
  }
}

function toEvent(row: Row): StoredEvent {
  return {
    id: row.id,
    type: row.type as EventType,
    topic: row.aggregatetype as Topic,
    key: row.aggregateid,
    occurredAt: row.occurred_at.toISOString(),
    traceparent: row.traceparent ?? undefined,
    data: row.payload,
  };
}
