import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateAll } from '../src/migrate-all.ts';

const admin = process.env['TEST_POSTGRES_URL']!;
const suffix = `m${process.pid}`;
const directory = mkdtempSync(join(tmpdir(), 'tradewind-migrate-'));

function urlOf(name: string): string {
  const url = new URL(admin);
  Object.assign(url, {
    username: `${name}_${suffix}`,
    password: `secret-${name}`,
    pathname: `/${name}_${suffix}`,
  });
  return url.href;
}

beforeAll(() => {
  for (const [name, sql] of [
    ['order', 'create table orders (id integer)'],
    ['event-log', 'create table event (id integer)'],
  ] as const) {
    mkdirSync(join(directory, name, '0001_first'), { recursive: true });
    writeFileSync(join(directory, name, '0001_first', 'migration.sql'), sql);
  }
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  for (const name of ['order', 'events']) {
    await client.query(`drop database if exists "${name}_${suffix}"`);
    await client.query(`drop role if exists "${name}_${suffix}"`);
  }
  await client.end();
});

const environment = { MIGRATIONS_DIRECTORY: directory, ORDER_DATABASE_URL: urlOf('order') };

it('makes what is missing, applies what is missing, and does nothing the second time', async () => {
  const first = await migrateAll({ ...environment, ADMIN_DATABASE_URL: admin });
  expect(first).toEqual([{ name: 'order', made: true, applied: 1 }]);
  expect(await migrateAll({ ...environment, ADMIN_DATABASE_URL: admin })).toEqual([
    { name: 'order', made: false, applied: 0 },
  ]);
});

it('needs no administrator where the databases are there, and takes the log when it is given', async () => {
  expect(await migrateAll(environment)).toEqual([{ name: 'order', made: false, applied: 0 }]);
  const withLog = { ...environment, ADMIN_DATABASE_URL: admin, EVENT_LOG_DATABASE_URL: urlOf('events') };
  expect(await migrateAll(withLog)).toContainEqual({ name: 'event-log', made: true, applied: 1 });
});

it('names every address that is missing, before anything happens', async () => {
  await expect(migrateAll({ MIGRATIONS_DIRECTORY: directory })).rejects.toThrow('ORDER_DATABASE_URL');
  const odd = { ...environment, ORDER_DATABASE_URL: urlOf('order').replace(/[^/]+$/, 'elsewhere') };
  await expect(migrateAll(odd)).rejects.toThrow('must have one name');
});
