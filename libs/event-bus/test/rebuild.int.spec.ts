import { pause } from '@tradewind/resilience';
import { eventually, seededRandom } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from '../src/index.ts';
import { fact, upTo } from './bench.ts';
import { ended, stuck, TallyBench } from './tally-bench.ts';

const SEED = 20260103;
const KEYS = 12;

let tally: TallyBench;
let log: EventLog;

beforeAll(async () => {
  tally = await TallyBench.open();
}, 30_000);
afterAll(() => tally.bench.close());
beforeEach(() => {
  tally.begin();
  log = tally.bench.log();
});
afterEach(() => tally.end());

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

describe('a rebuild', { timeout: 60_000 }, () => {
  it(`under traffic, again and again, neither loses an event nor applies one twice (seed ${SEED})`, async () => {
    await tally.listen();
    const readModels = tally.keep();
    const rebuilding = (async () => {
      for (let n = 0; n < 4; n++) {
        await readModels.request('tally', 'rebuild', 'olga');
        await ended(readModels);
      }
    })();
    const expected = await traffic(rebuilding);
    await rebuilding;
    await eventually(async () => expect(await tally.rows()).toEqual(expected));
    expect(Object.keys(expected)).toHaveLength(KEYS);
    expect(await tally.shadows()).toBe(0);
  });

  it('repairs a model that was damaged, and a verification says before and after what is wrong', async () => {
    await tally.listen();
    const readModels = tally.keep();
    for (const number of upTo(20)) await log.append([fact('a', number), fact('b', number)]);
    const sound = { a: { sum: 210, last: 20 }, b: { sum: 210, last: 20 } };
    await eventually(async () => expect(await tally.rows()).toEqual(sound));
    await tally.bench.service.pool.query(
      `update tally set sum = 7 where key = 'a'; insert into tally values ('c', 1, 1)`,
    );

    await readModels.request('tally', 'verification', 'olga');
    expect((await ended(readModels)).differences).toBe(3); // the wrong row, what it should be, the one too many
    await readModels.request('tally', 'rebuild', 'olga');
    await ended(readModels);
    expect(await tally.rows()).toEqual(sound);
    await readModels.request('tally', 'verification', 'olga');
    expect(await ended(readModels)).toMatchObject({
      differences: 0,
      requestedBy: 'olga',
      kind: 'verification',
    });
  });

  it('keeps the names of indexes and constraints, and the live consumer goes on with them', async () => {
    await tally.listen();
    const readModels = tally.keep();
    await log.append([fact('a', 1)]);
    const text = `select indexname as name from pg_indexes where tablename = 'tally' order by 1`;
    await readModels.request('tally', 'rebuild', 'olga');
    await ended(readModels);
    expect((await tally.bench.service.pool.query(text)).rows).toEqual([
      { name: 'tally_by_sum' },
      { name: 'tally_pkey' },
    ]);
    await log.append([fact('a', 2)]);
    await eventually(async () => expect(await tally.rows()).toEqual({ a: { sum: 3, last: 2 } }));
  });

  it('of a process that dies in the middle is begun anew by another; until then the old model serves', async () => {
    await tally.listen();
    for (const number of upTo(30)) await log.append([fact('a', number)]);
    const sound = { a: { sum: 465, last: 30 } };
    await eventually(async () => expect(await tally.rows()).toEqual(sound));
    // Its handlers never come back once they have begun.
    const { transact, begun, comeBack } = stuck();
    const dying = tally.keep([tally.model({ transact })], 300);
    await dying.request('tally', 'rebuild', 'olga');
    await eventually(() => expect(begun()).toBeGreaterThan(0));
    await tally.bench.service.pool.query(
      `update read_model_job set lease_until = now() - interval '1 s' where model = 'tally'`,
    );
    const successor = tally.keep();
    await ended(successor);
    comeBack();
    expect(await tally.rows()).toEqual(sound);
    expect(await tally.shadows()).toBe(0);
  });

  it('that fails says why and changes nothing', async () => {
    await tally.listen();
    await log.append([fact('a', 1)]);
    await eventually(async () => expect(await tally.rows()).toEqual({ a: { sum: 1, last: 1 } }));
    const adopt = () => Promise.reject(new Error('no room'));
    const readModels = tally.keep([tally.model({ adopt })]);
    await readModels.request('tally', 'rebuild', 'olga');
    expect((await ended(readModels, 'failed')).detail).toBe('no room');
    expect(await tally.rows()).toEqual({ a: { sum: 1, last: 1 } });
    expect(await tally.shadows()).toBe(0);
  });

  it('refuses what it does not know, and a second one while one runs', async () => {
    const { transact, comeBack } = stuck();
    const readModels = tally.keep([tally.model({ transact })]);
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
