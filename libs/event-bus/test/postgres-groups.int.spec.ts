import { uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Consumption } from '../src/event-log.ts';
import type { EventLog, LogRecord, StoredEvent } from '../src/index.ts';
import { partitionOf } from '../src/postgres-log/partition-of.ts';
import { fact, facts, numbersByKey, openBench, TOPIC, upTo, type Bench } from './bench.ts';

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

/** The offset that is kept for a partition: where the group goes on. */
async function keptOffset(partition: number): Promise<number> {
  const text = 'select next_offset from group_partition where group_name = $1 and partition = $2';
  const [row] = await bench.inside.query<{ next_offset: string }>('test.kept', text, [group, partition]);
  return Number(row?.next_offset ?? 0);
}

async function owners(): Promise<number[]> {
  const text = `select count(*)::int as held from group_partition where group_name = $1 and owner is not null
    and lease_until > now() group by owner order by 1`;
  return (await bench.inside.query<{ held: number }>('test.owners', text, [group])).map(({ held }) => held);
}

describe('a group', { timeout: 20_000 }, () => {
  const keys = upTo(24).map((n) => `key-${n}`);
  const round = async (log: EventLog, number: number): Promise<void> =>
    log.append(keys.map((key) => fact(key, number)));

  it('takes over from a member that was killed once its lease has ended', async () => {
    const [one, other] = [bench.log(), bench.log()];
    const first = await join(one);
    const second = await join(other);
    await eventually(async () => expect(await owners()).toEqual([2, 2]));
    await one.close();
    await round(other, 1);
    await round(other, 2);
    await eventually(() => {
      const numbers = numbersByKey([...first.events(), ...second.events()]);
      // What the dead member had read without keeping its offset comes again: at least once, in order.
      for (const key of keys) expect([...new Set(numbers[key])]).toEqual([1, 2]);
    });
  });
});

describe('a member whose partition was taken away', { timeout: 20_000 }, () => {
  it('cannot set the offset back', async () => {
    const key = 'fenced';
    const partition = partitionOf(key, PARTITIONS);
    let wakeUp = (): void => {};
    const asleep = new Promise<void>((resolve) => (wakeUp = resolve));
    const paused = await join(bench.log(), () => asleep);
    await bench.log().append(facts(key, 10));
    await eventually(async () => expect(await owners()).toEqual([4]));
    const successor = await join(bench.log());
    await eventually(() => expect(successor.seen).toHaveLength(10));
    await bench.log().append(facts(key, 10, 11));
    await eventually(async () => expect(await keptOffset(partition)).toBe(20));
    wakeUp();
    await eventually(() => expect(paused.seen).toHaveLength(10));
    await paused.stop();
    expect(await keptOffset(partition)).toBe(20);
    expect(numbersByKey(successor.events())).toEqual({ [key]: upTo(20) });
  });

  it('cannot keep an offset of an earlier generation, even when it owns the partition again', async () => {
    const key = 'generation';
    const partition = partitionOf(key, PARTITIONS);
    let wakeUp = (): void => {};
    const asleep = new Promise<void>((resolve) => (wakeUp = resolve));
    const paused = await join(bench.log(), () => asleep);
    await bench.log().append(facts(key, 10));
    await eventually(async () => expect(await owners()).toEqual([4]));
    // As if somebody had taken the partition, had come to offset 3, and it had got it back without knowing of all that.
    await bench.inside.pool.query(
      'update group_partition set generation = generation + 2, next_offset = 3 where group_name = $1',
      [group],
    );
    wakeUp();
    await eventually(() => expect(paused.seen).toHaveLength(17));
    expect(paused.seen.slice(10).map(({ offset }) => offset)).toEqual([3, 4, 5, 6, 7, 8, 9]);
    await paused.stop();
    expect(await keptOffset(partition)).toBe(10);
  });
});
