import { readlinkSync, realpathSync, rmSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { commandOf, endWithin, isAlive } from '../process-identity.ts';
import { postmasterFile, readPostmasterFile } from './postmaster-file.ts';

/** Fast shutdown, then without a checkpoint, then by force; how long each is given, in milliseconds. */
const stages = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 2_000],
] as const;

/**
 * Ends a server that still runs on this data because its launcher was killed, and removes a pid file that names a process
 * which is something else by now (PostgreSQL would refuse to start). Only for the holder of the data folder's lock.
 * @returns the process id of the server that was ended
 */
export async function endOrphan(data: string): Promise<number | undefined> {
  const pid = readPostmasterFile(data)?.pid;
  if (!pid || !isAlive(pid)) return undefined;
  if (!isServerOf(data, pid)) {
    rmSync(postmasterFile(data), { force: true });
    return undefined;
  }
  if (await endWithin(pid, stages)) return pid;
  throw new Failure(`An earlier PostgreSQL (process ${pid}) does not end: end it by hand.`);
}

function isServerOf(data: string, pid: number): boolean {
  if (process.platform === 'win32') return commandOf(pid).includes('postgres');
  if (process.platform !== 'linux') return commandOf(pid).includes(data);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return false;
  }
}
