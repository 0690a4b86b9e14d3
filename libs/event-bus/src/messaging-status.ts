import type { Database } from '@tradewind/database';
import { lowestUuidV7 } from './lowest-uuid-v7.ts';

/** How a service's messaging stands, in numbers. Ages in seconds, 0 when there is nothing. */
export interface MessagingStatus {
  unpublished: number;
  oldestUnpublished: number;
  parked: number;
  waiting: number;
  oldestWaiting: number;
  /** A sample: these must be in the log. */
  recentlyPublished: { id: string; key: string }[];
  connections: { maximum: number; open: number; waiting: number };
}

// Counting stops at a bound: a backlog is judged, not measured.
const STATUS = `select
  (select count(*)::int from (select 1 from outbox where published_at is null limit 10000) u) as unpublished,
  coalesce((select extract(epoch from now() - o.occurred_at)::float8 from outbox o
    where o.published_at is null order by o.sequence limit 1), 0) as "oldestUnpublished",
  count(*) filter (where d.state = 'parked')::int as parked,
  count(*) filter (where d.state = 'waiting')::int as waiting,
  coalesce(max(extract(epoch from now() - d.parked_at)) filter (where d.state = 'waiting'), 0)::float8 as "oldestWaiting"
  from dead_letter d where d.state in ('parked', 'waiting')`;

// Not those of this very moment: whoever compares reads the log a little later, and replicas of it may lag.
const PUBLISHED = `select id, aggregateid as key from outbox
  where id >= $1::uuid and published_at < now() - interval '2 s' order by id desc limit 50`;
/** Milliseconds. Younger than what any copy of the log has forgotten. */
const SAMPLED = 60_000;

type Counts = Omit<MessagingStatus, 'connections' | 'recentlyPublished'>;

export async function readMessagingStatus(database: Database): Promise<MessagingStatus> {
  const [[counts], recentlyPublished] = await Promise.all([
    database.query<Counts>('messaging.status', STATUS),
    database.query<{ id: string; key: string }>('messaging.published', PUBLISHED, [
      lowestUuidV7(Date.now() - SAMPLED),
    ]),
  ]);
  const { totalCount: open, waitingCount: waiting, options } = database.pool;
  return { ...counts!, recentlyPublished, connections: { maximum: options.max, open, waiting } };
}

const UNHANDLED = `select id from unnest($1::uuid[]) id where not exists (select 1 from inbox where event_id = id)`;

/** Of these events, those that were neither handled nor kept as a letter: both leave a row in the inbox. */
export async function findUnhandled(database: Database, ids: readonly string[]): Promise<string[]> {
  return (await database.query<{ id: string }>('messaging.unhandled', UNHANDLED, [ids])).map(({ id }) => id);
}
