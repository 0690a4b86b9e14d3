import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder.ts';
import { Failure } from '../failure.ts';
import { canEnter, chooseAccount, type Account } from './account.ts';
import { findBinaries } from './binaries.ts';

/** Where PostgreSQL's programs and data are, and who runs it. */
export interface Place {
  readonly binaries: string;
  readonly data: string;
  readonly account: Account;
  /** What a person should know about it. */
  readonly note?: string;
}

/**
 * Normally node_modules and the data folder. As root PostgreSQL runs as another user, who may be unable to enter them (a
 * checkout in /root): then a copy of the programs, the data, or both lie in a folder in /var/tmp.
 */
export function choosePlace(folder: DataFolder): Place {
  const elsewhere = outsidePlace(folder);
  const account = chooseAccount(clusterFolders(folder).find(isCluster));
  const binaries = placeBinaries(account, elsewhere);
  const data = placeData(account, folder, elsewhere);
  return { binaries, data, account, note: describe(account, data, elsewhere) };
}

/** Where the data may be. */
export const clusterFolders = (folder: DataFolder): string[] => [
  folder.postgres,
  join(outsidePlace(folder), 'postgres'),
];

/** Deletes what lies outside of the data folder. */
export const removeOutside = (folder: DataFolder): void =>
  rmSync(outsidePlace(folder), { recursive: true, force: true, maxRetries: 3 });

export const isCluster = (folder: string): boolean => existsSync(join(folder, 'PG_VERSION'));

const outsidePlace = (folder: DataFolder): string =>
  join('/var/tmp', `tradewind-${createHash('sha256').update(folder.path).digest('hex').slice(0, 12)}`);

function placeBinaries(account: Account, elsewhere: string): string {
  const installed = findBinaries();
  if (canEnter(account, installed)) return installed;
  const copy = join(openOutside(elsewhere), 'programs');
  if (existsSync(copy) && lstatSync(copy).mtimeMs >= lstatSync(installed).mtimeMs) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  rmSync(copy, { recursive: true, force: true });
  renameSync(unfinished, copy);
  return copy;
}

function placeData(account: Account, folder: DataFolder, elsewhere: string): string {
  if (canEnter(account, folder.path)) return folder.postgres;
  if (!isCluster(folder.postgres)) return join(openOutside(elsewhere), 'postgres');
  throw new Failure(
    `PostgreSQL's user can no longer enter ${folder.path}: allow that (chmod o+x), or start with --fresh.`,
  );
}

/** Its name can be guessed, so it counts only when it is a folder of ours: others may write to /var/tmp. */
function openOutside(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o711 });
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw new Failure(`${path} belongs to somebody else: remove it, or set TRADEWIND_DATA.`);
  chmodSync(path, 0o711);
  return path;
}

function describe(account: Account, data: string, elsewhere: string): string | undefined {
  if (account.uid === undefined) return undefined;
  const user = `as user ${account.name ?? account.uid}, because it refuses root`;
  return data.startsWith(elsewhere) ? `${user}; its data is in ${data}` : user;
}
