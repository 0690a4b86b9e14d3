import { readFileSync } from 'node:fs';
import type { DataFolder } from './data-folder.ts';
import { clusterFolders } from './postgres/place.ts';
import { endOrphan } from './postgres/orphan.ts';
import { commandOf, endWithin, isAlive } from './process-identity.ts';
import type { ServicesFile } from './services-file.ts';

/** Services notice by themselves that their launcher is gone; only what hangs has to be killed. */
const stages = [
  [0, 5_000],
  ['SIGKILL', 2_000],
] as const;

/**
 * Waits for processes of a launcher that was killed, and ends what does not end by itself, so that their ports and data are
 * free again. Only for the holder of the data folder's lock.
 * @returns names of what was still there
 */
export async function endLeftovers(data: DataFolder, programs: readonly string[]): Promise<string[]> {
  const isOurs = (pid: number): boolean => programs.some((program) => commandOf(pid).includes(program));
  const services = readServices(data.servicesFile).filter(({ pid }) => pid && isAlive(pid) && isOurs(pid));
  await Promise.all(services.map(({ pid }) => endWithin(pid!, stages)));
  const servers = await Promise.all(clusterFolders(data).map(endOrphan));
  return [...services.map(({ name }) => name), ...servers.flatMap((pid) => (pid ? ['postgresql'] : []))];
}

function readServices(file: string): ServicesFile['services'] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as ServicesFile).services;
  } catch {
    return [];
  }
}
