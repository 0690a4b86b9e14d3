import { uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Consumption } from '../src/event-log.ts';
import type { EventLog, LogRecord, StoredEvent } from '../src/index.ts';
import { partitionOf } from '../src/postgres-log/partition-of.ts';
import { fact, numbersByKey, openBench, TOPIC, upTo, type Bench } from './bench.ts';

const PARTITIONS = 4;

let bench: Bench;
let group: string;
const consumptions: Consumption[] = [];

beforeAll(async () => {
  bench = await openBench();
}, 30_000);
afterAll(() => bench.close());
beforeEach(async () => {
  group = `group-${uuidV7()}`;
  await bench.inside.pool.query('truncate event; update topic_partition set next_offset = 0');
});
afterEach(async () => {
  await Promise.all(consumptions.splice(0).map((it) => it.stop()));
});

interface Member {
  seen: LogRecord[];
  events(): StoredEvent[];
  stop(): Promise<void>;
}

/** A member that remembers what it is handed; `before` may hold it up. */
async function join(log: EventLog, before?: (records: LogRecord[]) => Promise<void>): Promise<Member> {
  const seen: LogRecord[] = [];
  const consumption = await log.consume(group, [TOPIC], async (records) => {
    await before?.(records);
    seen.push(...records);
  });
  consumptions.push(consumption);
  return { seen, events: () => seen.map(({ event }) => event), stop: () => consumption.stop() };
}

const appended = async (): Promise<number> =>
  (await bench.inside.pool.query<{ n: number }>('select count(*)::int as n from event')).rows[0]!.n;

describe('order', { timeout: 20_000 }, () => {
  it('waits for a slow writer instead of passing it: nothing is lost', async () => {
    const key = 'slow';
    const log = bench.log();
    const reader = await join(log);
    const slow = await bench.inside.pool.connect();
    await slow.query('begin');
    const { id, type, topic, occurredAt, data } = fact(key, 1);
    const row = {
      id,
      type,
      topic,
      key,
      partition: partitionOf(key, PARTITIONS),
      occurred_at: occurredAt,
      payload: data,
    };
    await slow.query('select append_events($1::jsonb)', [JSON.stringify([row])]);
    const fast = bench.log().append([fact(key, 2)]);
    const other = upTo(20)
      .map((n) => `other-${n}`)
      .find((it) => partitionOf(it, PARTITIONS) !== row.partition)!;
    await log.append([fact(other, 1)]);
    await eventually(() => expect(numbersByKey(reader.events())).toEqual({ [other]: [1] }));
    await slow.query('commit');
    slow.release();
    await fast;
    await eventually(() => expect(numbersByKey(reader.events())).toEqual({ [other]: [1], [key]: [1, 2] }));
  });

  it('leaves nothing behind of an append that fails', async () => {
    const bad = { ...fact('a', 2), id: 'not a uuid' };
    await expect(bench.log().append([fact('a', 1), bad])).rejects.toThrow(/uuid/);
    expect(await appended()).toBe(0);
    await bench.log().append([fact('a', 1)]);
    const reader = await join(bench.log());
    await eventually(() => expect(reader.seen.map(({ offset }) => offset)).toEqual([0]));
  });
});
