import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, createPrisma, type Database, type PrismaDatabase } from '../src/index.ts';
import { generateItemClient, type ItemClient } from './item-client.ts';
import { freshDatabase } from './fresh-database.ts';

const POOL = 2;

let test: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;
let prisma: PrismaDatabase<ItemClient>;

beforeAll(async () => {
  test = await freshDatabase();
  database = createDatabase({ url: test.url, service: 'prisma-test', connections: POOL });
  await database.pool.query('create table item (id integer primary key, text text not null)');
  prisma = createPrisma(database, await generateItemClient());
}, 60_000);
afterAll(async () => {
  await prisma.client.$disconnect();
  await database.close();
  await test.drop();
});
beforeEach(() => database.pool.query('truncate item'));

const text = 'x';
const insert = (sql: Pick<Database, 'query'>, id: number): Promise<object[]> =>
  sql.query('item.insert', 'insert into item (id, text) values ($1, $2)', [id, text]);
const ids = async (): Promise<number[]> =>
  (await database.query<{ id: number }>('item.ids', 'select id from item order by id')).map(({ id }) => id);

describe('a transaction of Prisma and SQL', () => {
  it('is one: both see what the other did, nobody else does, and both commit', async () => {
    await prisma.transaction(async (client, sql) => {
      await client.item.create({ data: { id: 1, text } });
      await insert(sql, 2);
      expect(await client.item.count()).toBe(2);
      expect(await sql.query('item.count', 'select id from item')).toHaveLength(2);
      expect(await prisma.client.item.findMany()).toEqual([]);
      expect(await ids()).toEqual([]);
    });
    expect(await ids()).toEqual([1, 2]);
  });

  it('rolls both back when the work fails', async () => {
    const work = prisma.transaction(async (client, sql) => {
      await client.item.create({ data: { id: 1, text } });
      await insert(sql, 2);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await ids()).toEqual([]);
  });

  it('rolls both back when a statement of ours fails', async () => {
    const work = prisma.transaction(async (client, sql) => {
      await client.item.create({ data: { id: 1, text } });
      await insert(sql, 1);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await ids()).toEqual([]);
  });

  it('keeps apart from another at the same time', async () => {
    const work = (id: number, fail: boolean): Promise<void> =>
      prisma.transaction(async (client, sql) => {
        await client.item.create({ data: { id, text } });
        await insert(sql, id + 100);
        expect((await client.item.findMany({ orderBy: { id: 'asc' } })).map((item) => item.id)).toEqual([
          id,
          id + 100,
        ]);
        if (fail) throw new Error('no');
      });
    await Promise.allSettled([work(1, true), work(2, true)]);
    expect(await ids()).toEqual([]);
  });

  it('does not let reads of the same tick outside see its rows', async () => {
    await prisma.transaction(async (client) => {
      await client.item.create({ data: { id: 1, text } });
      const [inside, outside] = await Promise.all([
        client.item.findUnique({ where: { id: 1 } }),
        prisma.client.item.findUnique({ where: { id: 1 } }),
      ]);
      expect([inside?.id, outside]).toEqual([1, null]);
    });
  });
});

describe(`a pool of ${POOL}`, () => {
  it('is enough for 200 plain queries at once, and all connections come back', async () => {
    await insert(database, 1);
    const counts = await Promise.all(Array.from({ length: 200 }, () => prisma.client.item.count()));
    expect(new Set(counts)).toEqual(new Set([1]));
    expect({ total: database.pool.totalCount, waiting: database.pool.waitingCount }).toEqual({
      total: POOL,
      waiting: 0,
    });
    expect(database.pool.idleCount).toBe(database.pool.totalCount);
  });

  it('is enough for 60 transactions one after the other, failed ones among them', async () => {
    for (let id = 0; id < 60; id++) {
      const work = prisma.transaction(async (client, sql) => {
        await client.item.create({ data: { id, text } });
        await insert(sql, 1_000 + id);
        if (id % 3 === 0) throw new Error('no');
      });
      await work.catch(() => {});
    }
    expect(await ids()).toHaveLength(80);
    expect(database.pool.idleCount).toBe(database.pool.totalCount);
  });
});
