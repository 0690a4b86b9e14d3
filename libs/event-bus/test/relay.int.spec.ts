import { uuidV7 } from '@tradewind/kernel';
import { eventually, seededRandom } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createOutbox, createRelay, type EventLog, type Relay, type StoredEvent } from '../src/index.ts';
import { fact, facts, logger, numberOf, numbersByKey, openBench, upTo, type Bench } from './bench.ts';

const SEED = 20260102;

let bench: Bench;
const outbox = createOutbox();
const relays: Relay[] = [];

beforeAll(async () => {
  bench = await openBench();
}, 30_000);
afterAll(() => bench.close());
afterEach(async () => {
  await Promise.all(relays.splice(0).map((it) => it.stop()));
  await bench.service.pool.query('truncate outbox');
  await bench.inside.pool.query('truncate event; update topic_partition set next_offset = 0');
});

function relay(log: EventLog = bench.log(), poll = 50): Relay {
  const it = createRelay({ database: bench.service, log, logger, gather: 5, poll });
  relays.push(it);
  return it;
}

const store = (events: StoredEvent[]): Promise<void> =>
  bench.service.transaction((sql) => outbox.append(sql, events));

/** All that is in the log, in the order of each partition. */
async function published(): Promise<StoredEvent[]> {
  const text = 'select id, key, payload as data from event order by topic, partition, log_offset';
  return (await bench.inside.pool.query<StoredEvent>(text)).rows;
}

const unmarked = async (): Promise<number> =>
  (await bench.service.pool.query('select 1 from outbox where published_at is null')).rowCount!;

describe('the relay', { timeout: 20_000 }, () => {
  it('publishes what was committed, whole', async () => {
    relay();
    const event = {
      ...fact('key', 7),
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };
    await store([event]);
    await eventually(async () => {
      const text =
        'select id, key, type, topic, occurred_at as "occurredAt", traceparent, payload as data from event';
      const [row] = (await bench.inside.pool.query<StoredEvent & { occurredAt: Date }>(text)).rows;
      expect(row && { ...row, occurredAt: row.occurredAt.toISOString() }).toEqual(event);
    });
  });

  it('never publishes what was rolled back', async () => {
    relay();
    const refused = bench.service.transaction(async (sql) => {
      await outbox.append(sql, facts('rolled-back', 3));
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    await store(facts('kept', 1));
    await eventually(async () => expect(numbersByKey(await published())).toEqual({ kept: [1] }));
  });

  it('does not lose a row that commits after later ones were published', async () => {
    relay();
    const late = await bench.service.pool.connect();
    await late.query('begin');
    const sql = {
      query: async (_name: string, text: string, values: readonly unknown[] = []) =>
        (await late.query(text, [...values])).rows as never,
    };
    await outbox.append(sql, facts('late', 2));
    await store(facts('early', 3));
    await eventually(async () => expect(await published()).toHaveLength(3));
    await late.query('commit');
    late.release();
    await eventually(async () =>
      expect(numbersByKey(await published())).toEqual({ early: [1, 2, 3], late: [1, 2] }),
    );
  });

  it(`keeps the order of each aggregate over many batches (seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    const next: Record<string, number> = {};
    const events = Array.from({ length: 1_200 }, () => {
      const key = `key-${Math.floor(random() * 7)}`;
      return fact(key, (next[key] = (next[key] ?? 0) + 1));
    });
    for (let from = 0; from < events.length; from += 100) await store(events.slice(from, from + 100));
    relay();
    const expected = Object.fromEntries(Object.entries(next).map(([key, last]) => [key, upTo(last)]));
    await eventually(async () => expect(numbersByKey(await published())).toEqual(expected));
    await eventually(async () => expect(await unmarked()).toBe(0));
  });

  it('publishes again after a crash between append and mark; the copies have the same id', async () => {
    const log = bench.log();
    let crashed = false;
    relay({
      ...log,
      append: async (events) => {
        await log.append(events);
        if (!crashed) {
          crashed = true;
          throw new Error('died here');
        }
      },
    });
    await store(facts('key', 2));
    await eventually(async () => expect((await published()).map(numberOf)).toEqual([1, 2, 1, 2]));
    expect(new Set((await published()).map(({ id }) => id)).size).toBe(2);
    await eventually(async () => expect(await unmarked()).toBe(0));
  });

  it('waits while the log is away and then publishes everything', async () => {
    const log = bench.log();
    let away = true;
    let refused = 0;
    const append = (events: readonly StoredEvent[]): Promise<void> => {
      if (!away) return log.append(events);
      refused++;
      return Promise.reject(new Error('away'));
    };
    relay({ ...log, append });
    await store(facts('key', 3));
    await eventually(() => expect(refused).toBeGreaterThan(1));
    expect(await unmarked()).toBe(3);
    away = false;
    await eventually(async () => expect(numbersByKey(await published())).toEqual({ key: [1, 2, 3] }));
  });

  it('wakes up when it is told, long before it would look by itself', async () => {
    const it = relay(bench.log(), 600_000);
    await eventually(async () => {
      await store([fact(uuidV7(), 1)]);
      it.wake();
      expect((await published()).length).toBeGreaterThan(0);
    });
  });
});

describe('many relays on one outbox', { timeout: 20_000 }, () => {
  const writers = 4;
  const expected = Object.fromEntries(upTo(writers).map((writer) => [`key-${writer}`, upTo(150)]));

  /** Stores 150 facts for each of four keys at once, and wakes whoever lives. */
  async function write(living: () => Relay[]): Promise<void> {
    const writing = upTo(writers).map(async (writer) => {
      for (const number of upTo(150)) {
        await store([fact(`key-${writer}`, number)]);
        for (const it of living()) it.wake();
      }
    });
    await Promise.all(writing);
  }

  it.each([2, 3, 10])('%i of them publish each event once and in order', async (amount) => {
    const many = upTo(amount).map(() => relay(bench.log(), 1));
    await write(() => many);
    await eventually(async () => expect(await unmarked()).toBe(0));
    expect(numbersByKey(await published())).toEqual(expected);
  });

  it('go on when one is killed between append and mark: its batch comes twice, in order, the rest once', async () => {
    const log = bench.log();
    let killed: StoredEvent[] = [];
    const doomed = relay({
      ...log,
      append: async (events) => {
        await log.append(events);
        if (killed.length > 0) return;
        killed = [...events];
        // As the operating system does it for a process that dies: the session ends, and with it the lock.
        await bench.service.pool.query(`select pg_terminate_backend(pid) from pg_locks
          where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`);
        void doomed.stop();
      },
    });
    const others = upTo(2).map(() => relay(bench.log(), 20));
    await write(() => [doomed, ...others]);
    await eventually(async () => expect(await unmarked()).toBe(0));
    expect(killed.length).toBeGreaterThan(0);
    const all = await published();
    const ids = all.map(({ id }) => id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    expect(new Set(twice)).toEqual(new Set(killed.map(({ id }) => id)));
    const firstOfEach = all.filter(({ id }, index) => ids.indexOf(id) === index);
    expect(numbersByKey(firstOfEach)).toEqual(expected);
  });

  it('do not leave an event to the poll that was stored while another was publishing', async () => {
    let release = (): void => {};
    const log = bench.log();
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = relay({ ...log, append: async (events) => held.then(() => log.append(events)) }, 600_000);
    await store(facts('first', 1));
    slow.wake();
    const other = relay(bench.log(), 600_000);
    await store(facts('second', 1));
    other.wake();
    release();
    await eventually(async () =>
      expect(numbersByKey(await published())).toEqual({ first: [1], second: [1] }),
    );
  });
});
