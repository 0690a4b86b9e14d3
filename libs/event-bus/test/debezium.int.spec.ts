import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOutbox } from '../src/index.ts';
import { fact, openBench, type Bench } from './bench.ts';

// The defaults of Debezium's outbox event router, by which a connector finds its way in a table without any setting:
// https://debezium.io/documentation/reference/stable/transformations/outbox-event-router.html#basic-outbox-table
const DEFAULTS = {
  'table.field.event.id': { column: 'id', types: ['uuid'] },
  'table.field.event.key': { column: 'aggregateid', types: ['character varying'] },
  'route.by.field': { column: 'aggregatetype', types: ['character varying'] },
  'table.field.event.payload': { column: 'payload', types: ['jsonb'] },
  // Not a setting of the router, but a column of its table: it tells the kinds of event within an aggregate.
  type: { column: 'type', types: ['character varying'] },
};

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 30_000);
afterAll(() => bench.close());

it.each(Object.entries(DEFAULTS))('the outbox has what %s is by default', async (_, { column, types }) => {
  const text = `select data_type as type, is_nullable as nullable from information_schema.columns
    where table_name = 'outbox' and column_name = $1`;
  const { rows } = await bench.service.pool.query<{ type: string; nullable: string }>(text, [column]);
  expect(rows).toEqual([{ type: expect.toBeOneOf(types), nullable: 'NO' }]);
});

it('a row holds what the router would send: the key, the topic and the data of the event', async () => {
  const event = fact('an-aggregate', 7);
  await createOutbox().append(bench.service, [event]);
  const text = 'select id, aggregateid, aggregatetype, type, payload from outbox';
  expect((await bench.service.pool.query(text)).rows).toEqual([
    {
      id: event.id,
      aggregateid: event.key,
      aggregatetype: event.topic,
      type: event.type,
      payload: event.data,
    },
  ]);
});
