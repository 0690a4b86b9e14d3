import { uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createJanitor, createOutbox, type Janitor } from '../src/index.ts';
import { facts, logger, openBench, type Bench } from './bench.ts';

let bench: Bench;
const janitors: Janitor[] = [];
const HOUR = 3_600_000;

beforeAll(async () => {
  bench = await openBench();
}, 30_000);
afterAll(() => bench.close());
afterEach(() => Promise.all(janitors.splice(0).map((it) => it.stop())));

const count = async (table: string, where = 'true'): Promise<number> =>
  (await bench.service.pool.query(`select 1 from ${table} where ${where}`)).rowCount!;

it('removes what is old from outbox and inbox, several replicas at once, and nothing that is not published', async () => {
  const old = Date.now() - 2 * HOUR;
  const outbox = createOutbox();
  const aged = facts('old', 1_300).map((event) => ({ ...event, id: uuidV7(old) }));
  await outbox.append(bench.service, [...aged, ...facts('young', 5)]);
  const mark = `update outbox set published_at = case aggregateid when 'old' then now() - interval '2 h' else now() end`;
  await bench.service.pool.query(`${mark} where sequence <> 7`);
  await bench.service.pool.query(`insert into inbox (event_id, handled_at)
    select gen_random_uuid(), now() - interval '2 h' from generate_series(1, 1300)`);
  // Handled just now, though it happened long ago: a new group reads the whole history.
  await bench.service.pool.query('insert into inbox (event_id) values ($1)', [uuidV7(old)]);

  const keep = { outboxKeep: HOUR, inboxKeep: HOUR };
  for (let n = 0; n < 3; n++)
    janitors.push(createJanitor({ database: bench.service, logger, every: 5, ...keep }));
  await eventually(async () => expect([await count('outbox'), await count('inbox')]).toEqual([6, 1]));
  expect(await count('outbox', 'published_at is null')).toBe(1);
  expect(await count('outbox', `aggregateid = 'young'`)).toBe(5);
});
