import { createDatabase, type Database } from '@tradewind/database';
import { uuidV7 } from '@tradewind/kernel';
import { createTestDatabase } from '@tradewind/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PostgresEventHistory } from '../src/infrastructure/postgres-event-history.ts';

let database: Database;
let history: PostgresEventHistory;
let drop: () => Promise<void>;
const NOW = Date.parse('2026-01-01T12:00:00Z');

beforeAll(async () => {
  const test = await createTestDatabase('control-room');
  drop = test.drop;
  database = createDatabase({ url: test.url, service: 'control-room-test', connections: 2 });
  history = new PostgresEventHistory(database);
});
afterAll(async () => {
  await database.close();
  await drop();
});

async function logged(type: string, ago: number): Promise<string> {
  const id = uuidV7();
  const text = `insert into event (topic, partition, log_offset, id, key, type, occurred_at, payload, appended_at)
    values ('topic', 0, (select count(*) from event), $1, 'key', $2, now(), '{}', to_timestamp($3::float8 / 1000))`;
  await database.pool.query(text, [id, type, NOW - ago]);
  return id;
}

it('knows which of some events the log does not have', async () => {
  const [here, gone] = [await logged('a', 0), uuidV7()];
  const events = [here, gone].map((id) => ({ id, key: 'key' }));
  expect(await history.missing(events)).toEqual([gone]);
  expect(await history.missing([])).toEqual([]);
});

it('samples events of some types within a time, the newest first', async () => {
  const [first, second] = [await logged('wanted', 50_000), await logged('wanted', 40_000)];
  await logged('wanted', 500);
  await logged('wanted', 90_000);
  await logged('other', 45_000);
  expect(await history.sample(['wanted'], NOW - 60_000, NOW - 1_000)).toEqual([
    { id: second, type: 'wanted' },
    { id: first, type: 'wanted' },
  ]);
});

it('tells the traces of events, and leaves out mails about something else than a confirmation', async () => {
  const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-00`;
  const mail = async (kind: string): Promise<string> => {
    const id = await logged('mail', 10_000);
    await database.pool.query('update event set payload = $2, traceparent = $3 where id = $1', [
      ...[id, JSON.stringify({ kind }), traceparent],
    ]);
    return id;
  };
  const id = await mail('order-confirmed');
  await mail('order-cancelled');
  const untraced = await logged('mail', 5_000);
  expect(await history.traced(['mail'], NOW - 60_000)).toEqual([
    { id: untraced, type: 'mail', aggregateId: 'key', traceId: null },
    { id, type: 'mail', aggregateId: 'key', traceId: 'a'.repeat(32) },
  ]);
});
