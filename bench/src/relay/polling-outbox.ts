import type { Database } from '@tradewind/database';
import type { EventLog } from '@tradewind/event-bus';
import type { EventType, Topic } from '@tradewind/contracts';

interface PollingOptions {
  database: Database;
  log: EventLog;
  /** Milliseconds between two looks. */
  every: number;
  /** Rows at most that are published at a look. */
  limit: number;
}

interface Row {
  sequence: string;
  id: string;
  aggregatetype: Topic;
  aggregateid: string;
  type: EventType;
  payload: unknown;
  traceparent: string | null;
  occurred_at: Date;
}

const TAKE = `select sequence, id, aggregatetype, aggregateid, type, payload, traceparent, occurred_at from outbox
  where published_at is null order by sequence limit $1 for update skip locked`;
const MARK =
  'update outbox set published_at = now() where published_at is null and sequence = any($1::bigint[])';

/** The outbox as textbooks have it: every so often look for what is not sent, send it, mark it. To compare with. */
export function createPollingOutbox({ database, log, every, limit }: PollingOptions) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  const publish = (): Promise<void> =>
    database.transaction(async (sql) => {
      const rows = await sql.query<Row>('poll.take', TAKE, [limit]);
      if (rows.length === 0) return;
      await log.append(rows.map(toEvent));
      await sql.query('poll.mark', MARK, [rows.map(({ sequence }) => sequence)]);
    });
  const look = (): void => {
    running = publish().then(
      () => void (stopped || (timer = setTimeout(look, every))),
      (error: unknown) => console.error(error),
    );
  };
  look();
  return {
    wake: (): void => {},
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

function toEvent(row: Row) {
  return {
    id: row.id,
    type: row.type,
    topic: row.aggregatetype,
    key: row.aggregateid,
    occurredAt: row.occurred_at.toISOString(),
    traceparent: row.traceparent ?? undefined,
    data: row.payload,
  };
}
