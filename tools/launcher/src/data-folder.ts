import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where things lie in the data folder. */
export interface DataFolder {
  readonly path: string;
  readonly postgres: string;
  readonly kafka: string;
  readonly logs: string;
  readonly servicesFile: string;
  readonly lockFile: string;
  /** Which services are to be replaced, see `restart-requests.ts`. */
  readonly restartFile: string;
  readonly secretsFile: string;
  readonly seededFile: string;
  readonly compileCache: string;
  logFile(process: string): string;
}

export function openDataFolder(path: string): DataFolder {
  const logs = join(path, 'logs');
  const run = join(path, 'run');
  for (const folder of [logs, run]) mkdirSync(folder, { recursive: true });
  return {
    path,
    logs,
    postgres: join(path, 'postgres'),
    kafka: join(path, 'kafka'),
    servicesFile: join(run, 'services.json'),
    lockFile: join(run, 'launcher.lock'),
    restartFile: join(run, 'restart.json'),
    secretsFile: join(path, 'secrets.json'),
    seededFile: join(path, 'seeded.json'),
    compileCache: join(path, 'compile-cache'),
    logFile: (process) => join(logs, `${process}.log`),
  };
}

/** Deletes what the launcher made and nothing else: TRADEWIND_DATA may name a folder with other things in it. */
export function emptyDataFolder(folder: DataFolder): void {
  const own = [
    folder.postgres,
    folder.kafka,
    folder.logs,
    folder.servicesFile,
    folder.restartFile,
    folder.secretsFile,
    folder.seededFile,
    folder.compileCache,
  ];
  for (const path of own) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  mkdirSync(folder.logs, { recursive: true });
}
