import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A process id alone does not identify a process: ids are used again, after a reboot soon. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it was started, on Linux; elsewhere unknown, and the id alone must do. */
  readonly started?: string;
}

export const identify = (pid: number): ProcessIdentity => ({ pid, started: startOf(pid) });

export function isSameAndAlive(identity: ProcessIdentity): boolean {
  return isAlive(identity.pid) && identity.started === startOf(identity.pid);
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a living process; empty when it cannot be had. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    if (process.platform === 'win32')
      return execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' });
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

// The fields after the program's name, which may itself contain spaces and brackets.
const readStat = (pid: number): string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return readStat(pid)[0] === 'Z';
  } catch {
    return false;
  }
}

function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readStat(pid)[19]}`;
  } catch {
    return undefined;
  }
}

/** Ends a process with one signal after the other, each given its time. @returns whether it is gone */
export async function endWithin(
  pid: number,
  stages: readonly (readonly [NodeJS.Signals | 0, number])[],
): Promise<boolean> {
  for (const [signal, limit] of stages) {
    const deadline = Date.now() + limit;
    if (isAlive(pid)) process.kill(pid, signal);
    while (isAlive(pid) && Date.now() < deadline) await wait(20);
  }
  return !isAlive(pid);
}
