import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { MIGRATION_LOCK } from './migrate.ts';

/** Milliseconds between two looks. */
const PAUSE = 500;

/** Codes of PostgreSQL for what may come yet: it starts up, role, database or rights are not made, no migration has run. */
const NOT_YET = ['57P03', '28000', '28P01', '3D000', '42501', '42P01'];
const NOT_THERE = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH'];

interface WaitOptions {
  url: string;
  /** Milliseconds. */
  patience: number;
  /** Whether its migrations must have been applied, too. */
  migrated: boolean;
  /** Is told once when there is something to wait for. */
  waiting?: (why: string) => void;
}

/**
 * Waits for a database that comes later than its service, as where nobody orders their starts.
 * @throws at once when waiting cannot help, and with the last reason when the patience is over
 */
export async function waitForDatabase({ url, patience, migrated, waiting }: WaitOptions): Promise<void> {
  const end = performance.now() + patience;
  let told = false;
  for (;;) {
    const why = await look(url, migrated);
    if (why === undefined) return;
    if (performance.now() > end)
      throw new Error(`${placeOf(url)}: ${why}. Waited for ${Math.round(patience / 1_000)} s.`);
    if (!told) waiting?.(why);
    told = true;
    await wait(PAUSE);
  }
}

/** Without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `database ${host}${pathname}`;
}

/** @returns why it cannot be used yet; nothing when it can */
async function look(url: string, migrated: boolean): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return migrated ? await lookAtMigrations(client) : undefined;
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (NOT_YET.includes(code) || NOT_THERE.includes(code) || /timeout|terminated/.test(message))
      return code === '42P01' ? 'no migration has been applied' : message;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Who migrates holds the lock until all is applied. */
async function lookAtMigrations(client: pg.Client): Promise<string | undefined> {
  await client.query('select pg_advisory_lock_shared($1)', [MIGRATION_LOCK]);
  const { rowCount } = await client.query(
    'select 1 from _prisma_migrations where finished_at is not null limit 1',
  );
  return rowCount === 0 ? 'no migration has been applied' : undefined;
}
