import { readFileSync } from 'node:fs';
import { familyOf, statOf } from '../memory.ts';

/** Linux counts in hundredths of a second. */
const TICK = 10;

/** CPU milliseconds that processes have spent so far; 0 where there is no /proc. */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticks(statOf(pid), [11, 12]) * TICK, 0);
}

/** The same of a server and its sessions, those that have ended included. */
export function cpuOfServer(pid: number): number {
  return process.platform === 'linux' ? cpuOf(familyOf(pid)) + ticks(statOf(pid), [13, 14]) * TICK : 0;
}

function ticks(stat: string[] | undefined, fields: readonly number[]): number {
  return fields.reduce((sum, field) => sum + Number(stat?.[field] ?? 0), 0);
}

/** What else the machine does: figures taken at a load beyond the number of cores are too low. */
export function loadNow(): string {
  try {
    return readFileSync('/proc/loadavg', 'utf8').split(' ')[0]!;
  } catch {
    return '–';
  }
}
