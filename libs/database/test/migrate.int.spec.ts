import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../src/index.ts';
import { freshDatabase } from './fresh-database.ts';

let test: Awaited<ReturnType<typeof freshDatabase>>;
let directory: string;

beforeEach(async () => {
  test = await freshDatabase();
  directory = await mkdtemp(join(tmpdir(), 'migrations-'));
}, 30_000);
afterEach(async () => {
  await test.drop();
  await rm(directory, { recursive: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(directory, name), { recursive: true });
  await writeFile(join(directory, name, 'migration.sql'), sql);
}
const run = (): Promise<{ applied: string[] }> => migrate({ connectionString: test.url, directory });

async function rows(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

it('applies what is missing, in the order of the names, once', async () => {
  await write('0002_second', 'insert into first values (2)');
  await write('0001_first', 'create table first (id integer)');
  expect(await run()).toEqual({ applied: ['0001_first', '0002_second'] });
  expect(await run()).toEqual({ applied: [] });
  await write('0003_third', 'insert into first values (3)');
  expect(await run()).toEqual({ applied: ['0003_third'] });
  expect(await rows('select id from first order by id')).toEqual([{ id: 2 }, { id: 3 }]);
});

it('is safe when many replicas start at once', async () => {
  await write('0001_first', 'create table first (id integer); insert into first values (1)');
  const answers = await Promise.all(Array.from({ length: 6 }, run));
  expect(answers.flatMap(({ applied }) => applied)).toEqual(['0001_first']);
  expect(await rows('select id from first')).toEqual([{ id: 1 }]);
});

it('refuses one that was changed after it had been applied, and applies nothing', async () => {
  await write('0001_first', 'create table first (id integer)');
  await run();
  await write('0001_first', 'create table first (id bigint)');
  await write('0002_second', 'create table second (id integer)');
  await expect(run()).rejects.toThrow('migration 0001_first was changed after it had been applied');
  expect(await rows(`select 1 from pg_tables where tablename = 'second'`)).toEqual([]);
});

it('leaves nothing of one that fails, keeps the ones before it, and can go on when it is mended', async () => {
  await write('0001_first', 'create table first (id integer)');
  await write('0002_second', 'create table second (id integer); insert into nowhere values (1)');
  await expect(run()).rejects.toThrow(/migration 0002_second failed: .*nowhere/);
  expect(await rows(`select tablename from pg_tables where tablename in ('first', 'second')`)).toEqual([
    { tablename: 'first' },
  ]);
  await write('0002_second', 'create table second (id integer)');
  expect(await run()).toEqual({ applied: ['0002_second'] });
});

it('keeps books as Prisma does', async () => {
  await write('0001_first', 'create table first (id integer)');
  await run();
  expect(
    await rows(`select migration_name, length(checksum) as checksum, finished_at is not null as finished, rolled_back_at,
      applied_steps_count from _prisma_migrations`),
  ).toEqual([
    {
      migration_name: '0001_first',
      checksum: 64,
      finished: true,
      rolled_back_at: null,
      applied_steps_count: 1,
    },
  ]);
});
