import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Failure } from '../failure.ts';

/** The user that PostgreSQL runs as; without ids it is the one who runs the launcher. */
export interface Account {
  readonly name?: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as the owner of existing data, else as `postgres`, else as `nobody`. */
export function chooseAccount(existingData: string | undefined): Account {
  if (process.getuid?.() !== 0) return {};
  if (existingData !== undefined) {
    const { uid, gid } = statSync(existingData);
    if (uid !== 0) return { name: nameOf(uid), uid, gid };
  }
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (account) return account;
  throw new Failure(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody". Run as another user.',
  );
}

function lookUp(name: string): Account | undefined {
  const ask = (flag: string): number =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { name, uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

function nameOf(uid: number): string | undefined {
  const { stdout, status } = spawnSync('id', ['-un', String(uid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Tried, not computed: besides modes there are access lists, containers and network file systems. */
export function canEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true;
  const { uid, gid } = account;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1" && ls . >/dev/null', 'sh', folder], { uid, gid, cwd: '/' })
      .status === 0
  );
}
