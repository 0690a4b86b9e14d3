import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Prisma wants a service's migrations in one folder, so tables of the libraries are copied there; a copy must stay one. */
const COPIES = [
  {
    original: 'libs/event-bus/sql/messaging.sql',
    pattern: 'apps/*/prisma/migrations/*_messaging/migration.sql',
  },
  {
    original: 'libs/event-bus/sql/retry-and-rebuild.sql',
    pattern: 'apps/*/prisma/migrations/*_retry_and_rebuild/migration.sql',
  },
  { original: 'libs/saga/sql/saga.sql', pattern: 'apps/*/prisma/migrations/*_saga/migration.sql' },
];

it.each(COPIES)('every copy of $original is one', ({ original, pattern }) => {
  const copies = globSync(pattern, { cwd: root });
  expect(copies.length).toBeGreaterThan(0);
  const text = readFileSync(`${root}${original}`, 'utf8');
  expect(copies.filter((copy) => readFileSync(`${root}${copy}`, 'utf8') !== text)).toEqual([]);
});
