import { createDatabase, type Database, type Transaction } from '@tradewind/database';
import { AppError, uuidV7 } from '@tradewind/kernel';
import { pause } from '@tradewind/resilience';
import { eventually, seededRandom } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createConsumer,
  createDeadLetters,
  createReadModels,
  heldOffBySwaps,
  subscriptions,
  type AnyReadModel,
  type Consumer,
  type EventLog,
  type ReadModel,
  type ReadModels,
} from '../src/index.ts';
import { fact, logger, openBench, TYPE, upTo, type Bench } from './bench.ts';

const SEED = 20260103;
const KEYS = 12;

let bench: Bench;
let log: EventLog;
let group: string;
let ill: (key: string, number: number) => boolean;
const stopped: { stop(): Promise<unknown> }[] = [];

beforeAll(async () => {
  bench = await openBench();
  // Sums: an event that is lost or applied twice is seen; the last value: order is seen.
  await bench.service.pool
    .query(`create table tally (key text primary key, sum bigint not null, last integer not null);
    create index tally_by_sum on tally (sum) where sum > 0`);
}, 30_000);
afterAll(() => bench.close());
beforeEach(() => {
  log = bench.log();
  group = `group-${uuidV7()}`;
  ill = () => false;
});
afterEach(async () => {
  await Promise.all(stopped.splice(0).map((it) => it.stop()));
  await bench.service.pool.query('truncate tally, inbox, dead_letter, read_model_job');
  await bench.inside.pool.query('truncate event; update topic_partition set next_offset = 0');
});

const ADD = `insert into tally as t (key, sum, last) values ($1, $2::integer, $2::integer)
  on conflict on constraint tally_pkey do update set sum = t.sum + excluded.sum, last = excluded.last`;

const handlers = () =>
  subscriptions<Transaction>({
    [TYPE]: async ({ key, data }: { key: string; data: { available: number } }, sql: Transaction) => {
      if (ill(key, data.available)) throw new AppError('refused', 'ILL', 'cannot digest this');
      await sql.query('tally.add', ADD, [key, data.available]);
    },
  });

const model = (over: Partial<ReadModel<Transaction>> = {}): AnyReadModel =>
  ({
    name: 'tally',
    tables: ['tally'],
    subscriptions: handlers(),
    transact: (database: Database) => (work) => database.transaction((sql) => work(sql, sql)),
    ...over,
  }) as ReadModel<Transaction> as unknown as AnyReadModel;

const live = () => ({
  ...{ group, database: bench.service, logger, subscriptions: handlers(), committed: () => {} },
  transact: heldOffBySwaps<Transaction>((work) => bench.service.transaction((sql) => work(sql, sql))),
});

async function listenLive(): Promise<Consumer> {
  const consumer = await createConsumer({ ...live(), log: bench.log() });
  stopped.push(consumer);
  return consumer;
}

function keep(models = [model()], lease = 15_000): ReadModels {
  const { options } = bench.service.pool;
  const open = () => createDatabase({ url: options.connectionString!, service: 'rebuild', connections: 4 });
  const readModels = createReadModels({
    ...{ models, group, database: bench.service, open, log: bench.log(), logger, lease },
    ...{ poll: 50, inboxKeep: 3_600_000 },
  });
  stopped.push(readModels);
  return readModels;
}

/** Writes facts as long as `until` is pending; answers what the model must be in the end. */
async function traffic(until: Promise<unknown>): Promise<Record<string, { sum: number; last: number }>> {
  const random = seededRandom(SEED);
  const expected: Record<string, { sum: number; last: number }> = {};
  let over = false;
  void until.finally(() => (over = true));
  while (!over) {
    const events = upTo(1 + Math.floor(random() * 6)).map(() => {
      const key = `key-${Math.floor(random() * KEYS)}`;
      const { sum = 0, last = 0 } = expected[key] ?? {};
      expected[key] = { sum: sum + last + 1, last: last + 1 };
      return fact(key, last + 1);
    });
    await log.append(events);
    // A few hundred events each second: a shop, not a flood in which nothing is ever read to its end.
    await pause(5);
  }
  return expected;
}

async function rows(): Promise<Record<string, { sum: number; last: number }>> {
  const { rows: all } = await bench.service.pool.query<{ key: string; sum: string; last: number }>(
    'select * from tally',
  );
  return Object.fromEntries(all.map(({ key, sum, last }) => [key, { sum: Number(sum), last }]));
}

/** Handlers that do not come back until they are told. */
function stuck() {
  let begun = 0;
  let comeBack = (): void => {};
  const held = new Promise<void>((resolve) => (comeBack = resolve));
  const transact = () => (): Promise<void> => {
    begun++;
    return held;
  };
  return { transact, begun: () => begun, comeBack };
}

const jobOf = async (readModels: ReadModels) => (await readModels.list())[0]!.job;
const ends = async (readModels: ReadModels, state = 'done') =>
  eventually(
    async () => {
      const job = await jobOf(readModels);
      if (state === 'done') expect(job?.detail).toBe('');
      expect(job?.state).toBe(state);
      return job!;
    },
    { within: 30_000 },
  );
const shadows = async (): Promise<number> =>
  (await bench.service.pool.query(`select 1 from pg_namespace where nspname like 'rebuild\\_%'`)).rowCount!;

describe('a rebuild', { timeout: 60_000 }, () => {
  it(`under traffic, again and again, neither loses an event nor applies one twice (seed ${SEED})`, async () => {
    await listenLive();
    const readModels = keep();
    const rebuilding = (async () => {
      for (let n = 0; n < 4; n++) {
        await readModels.request('tally', 'rebuild', 'olga');
        await ends(readModels);
      }
    })();
    const expected = await traffic(rebuilding);
    await rebuilding;
    await eventually(async () => expect(await rows()).toEqual(expected));
    expect(Object.keys(expected)).toHaveLength(KEYS);
    expect(await shadows()).toBe(0);
  });

  it('repairs a model that was damaged, and a verification says before and after what is wrong', async () => {
    await listenLive();
    const readModels = keep();
    for (const number of upTo(20)) await log.append([fact('a', number), fact('b', number)]);
    const sound = { a: { sum: 210, last: 20 }, b: { sum: 210, last: 20 } };
    await eventually(async () => expect(await rows()).toEqual(sound));
    await bench.service.pool.query(
      `update tally set sum = 7 where key = 'a'; insert into tally values ('c', 1, 1)`,
    );

    await readModels.request('tally', 'verification', 'olga');
    expect((await ends(readModels)).differences).toBe(3); // the wrong row, what it should be, the one too many
    await readModels.request('tally', 'rebuild', 'olga');
    await ends(readModels);
    expect(await rows()).toEqual(sound);
    await readModels.request('tally', 'verification', 'olga');
    expect(await ends(readModels)).toMatchObject({
      differences: 0,
      requestedBy: 'olga',
      kind: 'verification',
    });
  });

  it('keeps the names of indexes and constraints, and the live consumer goes on with them', async () => {
    await listenLive();
    const readModels = keep();
    await log.append([fact('a', 1)]);
    const names = `select indexname, indexdef from pg_indexes where tablename = 'tally' order by 1`;
    const before = (await bench.service.pool.query(names)).rows;
    await readModels.request('tally', 'rebuild', 'olga');
    await ends(readModels);
    expect((await bench.service.pool.query(names)).rows).toEqual(before);
    await log.append([fact('a', 2)]);
    await eventually(async () => expect(await rows()).toEqual({ a: { sum: 3, last: 2 } }));
  });

  it('of a process that dies in the middle is begun anew by another; until then the old model serves', async () => {
    await listenLive();
    for (const number of upTo(30)) await log.append([fact('a', number)]);
    const sound = { a: { sum: 465, last: 30 } };
    await eventually(async () => expect(await rows()).toEqual(sound));
    // Its handlers never come back once they have begun.
    const { transact, begun, comeBack } = stuck();
    const dying = keep([model({ transact })], 300);
    await dying.request('tally', 'rebuild', 'olga');
    await eventually(() => expect(begun()).toBeGreaterThan(0));
    await bench.service.pool.query(
      `update read_model_job set lease_until = now() - interval '1 s' where model = 'tally'`,
    );
    const successor = keep();
    await ends(successor);
    comeBack();
    expect(await rows()).toEqual(sound);
    expect(await shadows()).toBe(0);
  });

  it('that fails says why and changes nothing', async () => {
    await listenLive();
    await log.append([fact('a', 1)]);
    await eventually(async () => expect(await rows()).toEqual({ a: { sum: 1, last: 1 } }));
    const adopt = () => Promise.reject(new Error('no room'));
    const readModels = keep([model({ adopt })]);
    await readModels.request('tally', 'rebuild', 'olga');
    expect((await ends(readModels, 'failed')).detail).toBe('no room');
    expect(await rows()).toEqual({ a: { sum: 1, last: 1 } });
    expect(await shadows()).toBe(0);
  });

  it('refuses what it does not know, and a second one while one runs', async () => {
    const { transact, comeBack } = stuck();
    const readModels = keep([model({ transact })]);
    await expect(readModels.request('other', 'rebuild', 'olga')).rejects.toMatchObject({
      code: 'READ_MODEL.UNKNOWN',
    });
    await log.append([fact('a', 1)]);
    await readModels.request('tally', 'rebuild', 'olga');
    await expect(readModels.request('tally', 'rebuild', 'olga')).rejects.toMatchObject({
      code: 'READ_MODEL.BUSY',
    });
    comeBack();
  });
});

describe('dead letters of a model', { timeout: 30_000 }, () => {
  const letters = () => createDeadLetters(bench.service, live());

  it('are part of a rebuild that can handle them, and are closed with it', async () => {
    ill = (_, number) => number === 2;
    await listenLive();
    await log.append(upTo(3).map((number) => fact('a', number)));
    await eventually(async () => expect(await letters().list(10)).toHaveLength(2));
    ill = () => false;
    const readModels = keep();
    await readModels.request('tally', 'rebuild', 'olga');
    await ends(readModels);
    expect(await rows()).toEqual({ a: { sum: 6, last: 3 } });
    expect(await letters().list(10)).toEqual([]);
    const closed = await letters().list(10, { states: ['replayed'] });
    expect(closed.map(({ operator }) => operator)).toEqual(['rebuild', 'rebuild']);
  });

  it('stay when the rebuild cannot handle them either; a replay then handles them once', async () => {
    ill = (_, number) => number === 2;
    await listenLive();
    await log.append(upTo(3).map((number) => fact('a', number)));
    await eventually(async () => expect(await letters().list(10)).toHaveLength(2));
    const readModels = keep();
    await readModels.request('tally', 'rebuild', 'olga');
    await ends(readModels);
    const [last] = await letters().list(10);
    expect(await rows()).toEqual({ a: { sum: 1, last: 1 } });
    ill = () => false;
    expect(await letters().replay(last!.id, 'olga')).toBe(2);
    expect(await rows()).toEqual({ a: { sum: 6, last: 3 } });
  });

  it('that were discarded stay out', async () => {
    ill = (_, number) => number === 2;
    await listenLive();
    await log.append(upTo(3).map((number) => fact('a', number)));
    await eventually(async () => expect(await letters().list(10)).toHaveLength(2));
    const first = (await letters().list(10)).at(-1)!;
    await letters().discard(first.id, 'olga', 'wrong');
    await eventually(async () => expect(await rows()).toEqual({ a: { sum: 4, last: 3 } }));
    ill = () => false;
    const readModels = keep();
    await readModels.request('tally', 'rebuild', 'olga');
    await ends(readModels);
    expect(await rows()).toEqual({ a: { sum: 4, last: 3 } });
  });
});
