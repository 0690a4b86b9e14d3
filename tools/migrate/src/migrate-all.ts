import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureDatabases } from '@tradewind/database/ensure-databases';
import { migrate } from '@tradewind/database/migrate';
import { waitForDatabase } from '@tradewind/database/wait-for-database';
import { readSettings, readTargets, type Target } from './migrate.config.ts';

/** Milliseconds; a server that is started at the same time needs seconds. */
const PATIENCE = 60_000;

/** Needed only where events are carried by PostgreSQL. */
const OPTIONAL = ['event-log'];

export interface Migrated {
  name: string;
  /** Whether the database was made now. */
  made: boolean;
  applied: number;
}

/** Safe to repeat, and to run several times at once: the migrations of a database wait for each other. */
export async function migrateAll(environment: NodeJS.ProcessEnv): Promise<Migrated[]> {
  const { adminUrl, directory } = readSettings(environment);
  const folders = (await readdir(directory, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  const targets = readTargets(names, OPTIONAL, environment);
  const accesses = targets.map(accessOf);
  const waiting = (why: string): void => console.log(`waiting for the database: ${why}`);
  if (adminUrl) await waitForDatabase({ url: adminUrl, patience: PATIENCE, migrated: false, waiting });
  const made = new Set(adminUrl ? await ensureDatabases(adminUrl, accesses) : []);
  return Promise.all(
    targets.map(async (target) => {
      const { applied } = await migrate({
        connectionString: target.url,
        directory: join(directory, target.name),
      });
      return { name: target.name, made: made.has(accessOf(target).name), applied: applied.length };
    }),
  );
}

/** A database and the role that owns it have one name. */
function accessOf({ name, url }: Target): { name: string; password: string } {
  const { username, password, pathname } = new URL(url);
  const database = pathname.slice(1);
  if (database !== username)
    throw new Error(`the database of ${name} (${database}) and its role (${username}) must have one name`);
  return { name: database, password: decodeURIComponent(password) };
}
