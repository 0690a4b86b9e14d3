import type { Database } from '@tradewind/database';
import type { Consumption, EventLog, LogRecord } from '@tradewind/event-bus';
import type { Lifecycle } from '@tradewind/service-defaults';

const READER = 'select id from event_history_reader';
const STORE = `insert into event (topic, partition, log_offset, id, key, type, occurred_at, traceparent, payload, appended_at)
  select topic, partition, log_offset, id, key, type, occurred_at, traceparent, coalesce(payload, 'null'), occurred_at
  from jsonb_to_recordset($1::jsonb) as (topic varchar, partition integer, log_offset bigint, id uuid, key varchar,
    type varchar, occurred_at timestamptz, traceparent varchar, payload jsonb)
  on conflict do nothing`;
const FORGET = `delete from event where appended_at <
  (select appended_at from event order by appended_at desc, id desc offset $1 limit 1)`;

/** Copies the event log into the control room's database, where it can be searched; at least once, which changes nothing. */
export function projectEventHistory(log: EventLog, database: Database, topics: readonly string[]): Lifecycle {
  let reading: Consumption | undefined;
  return {
    async start() {
      const [reader] = await database.query<{ id: string }>('history.reader', READER);
      reading = await log.consume(`control-room-${reader!.id}`, topics, (records) =>
        store(database, records),
      );
    },
    async stop() {
      await reading?.stop();
      await log.close();
    },
  };
}

async function store(database: Database, records: readonly LogRecord[]): Promise<void> {
  const rows = records.map(({ topic, partition, offset, event }) => ({
    ...{ topic, partition, log_offset: offset, id: event.id, key: event.key, type: event.type },
    ...{ occurred_at: event.occurredAt, traceparent: event.traceparent, payload: event.data },
  }));
  await database.query('history.store', STORE, [JSON.stringify(rows)]);
}

/** Deletes the oldest events beyond `kept`. */
export async function forgetOldEvents(database: Database, kept: number): Promise<void> {
  await database.query('history.forget', FORGET, [kept]);
}
