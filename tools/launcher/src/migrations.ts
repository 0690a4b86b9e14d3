import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './paths.ts';
import { eventLogDatabase, type Topology } from './topology.ts';

export interface Migration {
  readonly database: string;
  readonly directory: string;
}

/** Every database of the topology with the folder of its migrations; a database without that folder is left out. */
export function listMigrations(topology: Topology): Migration[] {
  const own = topology.processes.flatMap(({ name, database }) =>
    database ? [{ database, directory: join(repository, 'apps', name, 'prisma', 'migrations') }] : [],
  );
  const eventLog = {
    database: eventLogDatabase,
    directory: join(repository, 'libs', 'event-bus', 'migrations'),
  };
  const all = topology.processes.some((process) => process.usesEventLog) ? [...own, eventLog] : own;
  return all.filter(({ directory }) => existsSync(directory));
}

/** @returns how many migrations were applied */
export async function migrateAll(
  migrations: readonly Migration[],
  urlOf: (database: string) => string,
): Promise<number> {
  if (migrations.length === 0) return 0;
  const { migrate } = await import('@tradewind/database/migrate');
  const results = await Promise.all(
    migrations.map(({ database, directory }) => migrate({ connectionString: urlOf(database), directory })),
  );
  return results.reduce((sum, { applied }) => sum + applied.length, 0);
}
