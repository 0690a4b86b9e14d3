import type { Database } from '@tradewind/database';
import { EventHistory, type LoggedEvent, type TracedEvent } from '../application/ports/watched-system.ts';

interface Row {
  topic: string;
  partition: number;
  log_offset: string;
  id: string;
  key: string;
  type: string;
  occurred_at: Date;
  traceparent: string | null;
  payload: unknown;
  appended: string;
}

// The place in the list is the time of the append, in microseconds, with the event's id to tell equals apart.
const LIST = `select topic, partition, log_offset, id, key, type, occurred_at, traceparent, payload,
    (extract(epoch from appended_at) * 1000000)::bigint || '.' || id as appended
  from event
  where ($1 = '' or key = $1) and ($2 = '' or type = $2)
    and ($3 = '' or (appended_at, id) < (to_timestamp(split_part($3, '.', 1)::numeric / 1000000),
      nullif(split_part($3, '.', 2), '')::uuid))
  order by appended_at desc, id desc limit $4`;

const MISSING = `select id from unnest($1::uuid[], $2::text[]) as s(id, key)
  where not exists (select 1 from event e where e.key = s.key and e.id = s.id)`;
const SAMPLE = `select id, type from event
  where appended_at between to_timestamp($2::float8 / 1000) and to_timestamp($3::float8 / 1000) and type = any($1::text[])
  order by appended_at desc, id desc limit 200`;
// A mail about a cancellation belongs to the trace of the cancellation.
const TRACED = `select id, type, key as "aggregateId", split_part(traceparent, '-', 2) as "traceId" from event
  where appended_at >= to_timestamp($2::float8 / 1000) and type = any($1::text[])
    and coalesce(payload ->> 'kind', 'order-confirmed') = 'order-confirmed'
  order by appended_at desc, id desc limit 2000`;

export class PostgresEventHistory extends EventHistory {
  private readonly log: Database;

  constructor(log: Database) {
    super();
    this.log = log;
  }

  async list(filter: { aggregateId: string; type: string }, pageSize: number, pageToken: string) {
    const values = [filter.aggregateId, filter.type, pageToken, pageSize + 1];
    const rows = await this.log.query<Row>('history.list', LIST, values);
    const page = rows.slice(0, pageSize);
    return { items: page.map(toEvent), nextPageToken: rows.length > pageSize ? page.at(-1)!.appended : null };
  }

  async missing(events: readonly { id: string; key: string }[]): Promise<string[]> {
    const values = [events.map(({ id }) => id), events.map(({ key }) => key)];
    return (await this.log.query<{ id: string }>('history.missing', MISSING, values)).map(({ id }) => id);
  }

  sample(types: readonly string[], from: number, to: number): Promise<{ id: string; type: string }[]> {
    return this.log.query('history.sample', SAMPLE, [types, from, to]);
  }

  traced(types: readonly string[], from: number): Promise<TracedEvent[]> {
    return this.log.query('history.traced', TRACED, [types, from]);
  }
}

function toEvent(row: Row): LoggedEvent {
  return {
    id: row.id,
    type: row.type,
    topic: row.topic,
    partition: row.partition,
    offset: Number(row.log_offset),
    aggregateId: row.key,
    source: row.topic.replace('tradewind.', ''),
    time: row.occurred_at.toISOString(),
    traceId: row.traceparent?.split('-')[1] ?? null,
    data: row.payload,
  };
}
