import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '../src/index.ts';
import { freshDatabase } from './fresh-database.ts';

let test: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;

beforeAll(async () => {
  test = await freshDatabase();
  database = createDatabase({ url: test.url, service: 'database-test', connections: 4 });
  await database.pool.query('create table item (id integer primary key, text text)');
}, 30_000);
afterAll(async () => {
  await database.close();
  await test.drop();
});
beforeEach(() => database.pool.query('truncate item'));

const insert = (sql: Pick<Database, 'query'>, id: number): Promise<object[]> =>
  sql.query('item.insert', 'insert into item (id) values ($1)', [id]);
const ids = async (): Promise<number[]> =>
  (await database.query<{ id: number }>('item.ids', 'select id from item order by id')).map(({ id }) => id);

describe('a transaction', () => {
  it('commits as a whole, and is not seen before', async () => {
    await database.transaction(async (sql) => {
      await insert(sql, 1);
      await insert(sql, 2);
      expect(await ids()).toEqual([]);
    });
    expect(await ids()).toEqual([1, 2]);
  });

  it('rolls everything back when the work fails, and the connection can be used again', async () => {
    const small = createDatabase({ url: test.url, service: 'database-test', connections: 1 });
    for (let count = 0; count < 5; count++) {
      const work = small.transaction(async (sql) => {
        await insert(sql, 1);
        throw new TypeError('a mistake');
      });
      await expect(work).rejects.toThrow(new TypeError('a mistake'));
    }
    await insert(small, 7);
    await small.close();
    expect(await ids()).toEqual([7]);
  });

  it('rolls everything back when a statement fails', async () => {
    const work = database.transaction(async (sql) => {
      await insert(sql, 1);
      await insert(sql, 1);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await ids()).toEqual([]);
  });
});

describe('what passes becomes AppError unavailable', () => {
  const unavailable = { code: 'DATABASE_UNAVAILABLE', kind: 'unavailable', retryable: true };
  const raise = (state: string): Promise<unknown> =>
    database.pool
      .query(
        `create or replace function raise_it() returns void language plpgsql as $$ begin raise exception using errcode = '${state}'; end $$`,
      )
      .then(() => database.query(`raise ${state}`, 'select raise_it()'));

  it.each(['40001', '40P01', '53300', '57P01', '57014', '08006'])('SQLSTATE %s', async (state) => {
    await expect(raise(state)).rejects.toMatchObject(unavailable);
  });

  it.each(['23505', '22P02', '42601', '23514'])('but not SQLSTATE %s, which comes again', async (state) => {
    await expect(raise(state)).rejects.toMatchObject({ code: state });
  });

  it('a connection that is cut in the middle of a transaction', async () => {
    const work = database.transaction(async (sql) => {
      await insert(sql, 1);
      const [row] = await sql.query<{ pid: number }>('item.pid', 'select pg_backend_pid() as pid');
      await database.pool.query('select pg_terminate_backend($1)', [row!.pid]);
      await insert(sql, 2);
    });
    await expect(work).rejects.toMatchObject(unavailable);
    expect(await ids()).toEqual([]);
  });

  it('a server that is not there', async () => {
    const nowhere = createDatabase({
      url: 'postgres://nobody:nothing@127.0.0.1:1/none',
      service: 'database-test',
    });
    await expect(nowhere.query('one', 'select 1')).rejects.toMatchObject(unavailable);
    await expect(nowhere.transaction(async () => {})).rejects.toMatchObject(unavailable);
    await nowhere.close();
  });

  it('a real deadlock: one of the two is told to try again', async () => {
    await insert(database, 1);
    await insert(database, 2);
    let arrived = 0;
    let go = (): void => {};
    const both = new Promise<void>((resolve) => (go = resolve));
    const touch = (first: number, second: number): Promise<void> =>
      database.transaction(async (sql) => {
        await sql.query('item.touch', 'update item set text = $2 where id = $1', [first, 'x']);
        if (++arrived === 2) go();
        await both;
        await sql.query('item.touch', 'update item set text = $2 where id = $1', [second, 'x']);
      });
    const settled = await Promise.allSettled([touch(1, 2), touch(2, 1)]);
    const refused = settled.filter((it) => it.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toMatchObject(unavailable);
  });
});
