import type { EventType, Topic } from '@tradewind/contracts';
import type { Database } from '@tradewind/database';
import { betweenFailpoints } from '@tradewind/failpoints';
import type pg from 'pg';
import type { StoredEvent } from './event.ts';

export interface OutboxRow {
  sequence: string;
  id: string;
  aggregatetype: string;
  aggregateid: string;
  type: string;
  payload: unknown;
  traceparent: string | null;
  occurred_at: Date;
}

/** The right to publish an outbox: one process has it at a time, else two could overtake each other within a key. */
export interface OutboxTurn {
  /** The oldest rows that are not published, `after` a sequence. */
  take(after: string): Promise<OutboxRow[]>;
  /** Says that rows are in the log. */
  mark(rows: readonly OutboxRow[]): Promise<void>;
  /** Marks the last rows and gives the turn to others, in one trip. */
  end(rows: readonly OutboxRow[]): Promise<void>;
}

export const BATCH = 500;
const LOCK = 72_707_370;

// Rows are found by "not yet published", never by "id after the last": a row that commits late is not lost.
const take = (
  after: string,
): string => `select sequence, id, aggregatetype, aggregateid, type, payload, traceparent,
  occurred_at from outbox where published_at is null and sequence > ${after} order by sequence limit ${BATCH}`;
const mark = (rows: readonly OutboxRow[]): string => `update outbox set published_at = now()
  where published_at is null and sequence = any('{${rows.map((row) => row.sequence).join()}}')`;
const LET_GO = `select pg_advisory_unlock(${LOCK})`;

/**
 * Takes the turn, does `work` with it and the first rows, and gives it back. The lock is the session's: PostgreSQL frees it
 * when the process dies. Statements go several in one trip; each has its own snapshot, so that what the turn before has
 * published is seen as published.
 * @returns what `work` answers, or undefined when another process has the turn
 */
export async function withOutboxTurn<T>(
  database: Database,
  work: (turn: OutboxTurn, first: OutboxRow[]) => Promise<T>,
): Promise<T | undefined> {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  try {
    const first = await begin(client);
    if (!first) return undefined;
    return await work(turnOf(client), first);
  } catch (error) {
    // Nobody knows whether it still holds the lock: closing the session frees it.
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

async function begin(client: pg.PoolClient): Promise<OutboxRow[] | undefined> {
  const mine = `select set_config('relay.turn', pg_try_advisory_lock(${LOCK})::text, false) as turn`;
  const rows = take('-1').replace('where', `where current_setting('relay.turn') = 'true' and`);
  const [turn, first] = await several(client, `${mine}; ${rows}`);
  return turn!.rows[0].turn === 'true' ? (first!.rows as OutboxRow[]) : undefined;
}

function turnOf(client: pg.PoolClient): OutboxTurn {
  return {
    take: async (after) => (await client.query<OutboxRow>(take(after))).rows,
    mark: (rows) => betweenFailpoints('commit:relay.mark', async () => void (await client.query(mark(rows)))),
    end: async (rows) => {
      if (rows.length === 0) return void (await client.query(LET_GO));
      // Committed before the turn is given away: whoever has it next must see them as published.
      await betweenFailpoints('commit:relay.mark', async () => {
        await several(client, `begin; ${mark(rows)}; commit; ${LET_GO}`);
      });
    },
  };
}

const several = async (client: pg.PoolClient, text: string): Promise<pg.QueryResult[]> =>
  (await client.query(text)) as unknown as pg.QueryResult[];

export function toEvent(row: OutboxRow): StoredEvent {
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
