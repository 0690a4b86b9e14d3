import { faults } from '@tradewind/faults';
import { eventually } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '../src/index.ts';
import { freshDatabase } from './fresh-database.ts';

let test: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;

beforeAll(async () => {
  faults.enable('shop');
  test = await freshDatabase();
  database = createDatabase({ url: test.url, service: 'faults-test', connections: 2 });
}, 30_000);
afterAll(async () => {
  await database.close();
  await test.drop();
});
afterEach(() => faults.reset());

const one = (from: Database = database): Promise<object[]> => from.query('one', 'select 1 as one');

async function lasting(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

describe('a slow database', () => {
  it('delays statements and transactions, and keeps their connections meanwhile', async () => {
    await one();
    faults.set('shop-database-slow', { enabled: true, value: 200 });
    expect(await lasting(one)).toBeGreaterThan(190);
    expect(
      await lasting(() => database.transaction((sql) => sql.query('one', 'select 1 as one'))),
    ).toBeGreaterThan(190);
    // Three at once on two connections: the third waits for its turn.
    expect(await lasting(() => Promise.all([one(), one(), one()]))).toBeGreaterThan(390);
    faults.reset();
    expect(await lasting(one)).toBeLessThan(190);
  });

  it('still tells what is wrong with a statement', async () => {
    faults.set('shop-database-slow', { enabled: true, value: 10 });
    await expect(database.query('bad', 'select nothing')).rejects.toMatchObject({ code: '42703' });
    expect(await one()).toEqual([{ one: 1 }]);
  });
});

describe('an exhausted database', () => {
  it('lets nobody have a connection until it is off', async () => {
    faults.set('shop-database-exhausted', { enabled: true });
    await eventually(() => expect(database.pool.idleCount).toBe(0));
    const waiting = one();
    await eventually(() => expect(database.pool.waitingCount).toBe(1));
    faults.reset();
    expect(await waiting).toEqual([{ one: 1 }]);
    expect(await Promise.all([one(), one(), one()])).toHaveLength(3);
  });

  it('leaves what it was not told to hold', async () => {
    faults.set('shop-database-exhausted', { enabled: true, value: 50 });
    await eventually(() => expect(database.pool.totalCount - database.pool.idleCount).toBe(1));
    expect(await Promise.all([one(), one()])).toHaveLength(2);
  });

  it(
    'refuses as one that cannot be used right now, for as long as it lasts',
    { timeout: 20_000 },
    async () => {
      faults.set('shop-database-exhausted', { enabled: true });
      await eventually(() => expect(database.pool.idleCount).toBe(0));
      await expect(one()).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', retryable: true });
    },
  );

  it('does not keep a process from stopping', async () => {
    const other = createDatabase({ url: test.url, service: 'stopping', connections: 1 });
    faults.set('shop-database-exhausted', { enabled: true });
    await eventually(() => expect(other.pool.totalCount).toBe(1));
    await other.close();
  });
});

it('a database without faults does not suffer', async () => {
  const spared = createDatabase({ url: test.url, service: 'spared', connections: 1, faulty: false });
  faults.set('shop-database-exhausted', { enabled: true });
  expect(await one(spared)).toEqual([{ one: 1 }]);
  await spared.close();
});
