import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from '../src/migrate.ts';
import { waitForDatabase } from '../src/wait-for-database.ts';
import { freshDatabase } from './fresh-database.ts';

function migrations(): string {
  const directory = mkdtempSync(join(tmpdir(), 'tradewind-migrations-'));
  mkdirSync(join(directory, '0001_first'));
  writeFileSync(join(directory, '0001_first', 'migration.sql'), 'create table item (id int)');
  return directory;
}

it('waits until the migrations are applied', async () => {
  const test = await freshDatabase();
  const reasons: string[] = [];
  const waiting = (why: string): void => void reasons.push(why);
  const done = waitForDatabase({ url: test.url, patience: 20_000, migrated: true, waiting });
  while (reasons.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await migrate({ connectionString: test.url, directory: migrations() });
  await done;
  expect(reasons).toEqual(['no migration has been applied']);
  await test.drop();
});

it('does not wait for migrations where none are asked for', async () => {
  const test = await freshDatabase();
  await waitForDatabase({ url: test.url, patience: 0, migrated: false });
  await test.drop();
});

it('gives up in the end, and names the place and the reason, but no password', async () => {
  const waited = waitForDatabase({
    url: 'postgres://a:secret@127.0.0.1:1/shop',
    patience: 300,
    migrated: true,
  });
  await expect(waited).rejects.toThrow(
    /^database 127\.0\.0\.1:1\/shop: connect ECONNREFUSED .*Waited for 0 s\.$/,
  );
  await waited.catch((error: Error) => expect(error.message).not.toContain('secret'));
});

it('does not wait where waiting cannot help', async () => {
  const test = await freshDatabase();
  const url = `${test.url}?options=-c%20no_such_setting%3D1`;
  await expect(waitForDatabase({ url, patience: 20_000, migrated: true })).rejects.toThrow('no_such_setting');
  await test.drop();
});
