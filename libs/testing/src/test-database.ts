import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrate } from '@tradewind/database';
import { uuidV7 } from '@tradewind/kernel';
import pg from 'pg';

export interface TestDatabase {
  /** The service's database, migrated. */
  url: string;
  /** An event log of its own. */
  eventLogUrl: string;
  drop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * A fresh, migrated pair of databases on the real PostgreSQL that the test run has started (`TEST_POSTGRES_URL`).
 * @param app whose migrations are applied, such as `inventory`
 */
export async function createTestDatabase(app: string): Promise<TestDatabase> {
  const server = process.env['TEST_POSTGRES_URL'];
  if (!server)
    throw new Error('TEST_POSTGRES_URL is not set: run the tests by npm test, which starts PostgreSQL');
  const name = `test_${app.replaceAll('-', '_')}_${uuidV7().replaceAll('-', '').slice(0, 20)}`;
  const names = [name, `${name}_log`];
  await onServer(
    server,
    names.map((it) => `create database ${it}`),
  );
  const [url, eventLogUrl] = names.map((it) =>
    Object.assign(new URL(server), { pathname: `/${it}` }).toString(),
  );
  const migrations = `${root}apps/${app}/prisma/migrations`;
  if (existsSync(migrations)) await migrate({ connectionString: url!, directory: migrations });
  await migrate({ connectionString: eventLogUrl!, directory: `${root}libs/event-bus/migrations` });
  const drop = (): Promise<void> =>
    onServer(
      server,
      names.map((it) => `drop database if exists ${it} with (force)`),
    );
  return { url: url!, eventLogUrl: eventLogUrl!, drop };
}

async function onServer(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
