import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import { endWithin, identify, isSameAndAlive, type ProcessIdentity } from '@tradewind/launcher/processes';
import { nodePlaces } from '../places.ts';
import { NAMESPACE_FILE } from './addresses.ts';

interface StartOptions {
  cwd?: string;
  environment?: Record<string, string>;
}

const fileOf = (name: string): string => join(nodePlaces.processes, `${name}.json`);

/**
 * Starts a program of the node, in its network namespace, that goes on when this one ends. Not by `ip netns exec`: that mounts
 * /sys anew, and kubelet would find no cgroups.
 */
export function startInNode(
  name: string,
  command: string,
  args: readonly string[],
  options: StartOptions = {},
): void {
  if (isRunning(name)) return;
  for (const folder of [nodePlaces.processes, nodePlaces.logs]) mkdirSync(folder, { recursive: true });
  const log = openSync(join(nodePlaces.logs, `${name}.log`), 'w');
  const child = spawn('nsenter', [`--net=${NAMESPACE_FILE}`, '--', command, ...args], {
    cwd: options.cwd ?? nodePlaces.folder,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  writeFileSync(fileOf(name), JSON.stringify(identify(child.pid!)));
}

const read = (name: string): ProcessIdentity | undefined =>
  existsSync(fileOf(name)) ? (JSON.parse(readFileSync(fileOf(name), 'utf8')) as ProcessIdentity) : undefined;

export function isRunning(name: string): boolean {
  const identity = read(name);
  return identity !== undefined && isSameAndAlive(identity);
}

/** Ends a program that was started here, and no other: ids are used again. */
export async function stopInNode(name: string): Promise<void> {
  const identity = read(name);
  if (identity && isSameAndAlive(identity))
    await endWithin(identity.pid, [
      ['SIGTERM', 10_000],
      ['SIGKILL', 5_000],
    ]);
  rmSync(fileOf(name), { force: true });
}

/** The names of all programs that were started and not yet stopped. */
export const startedInNode = (): string[] =>
  existsSync(nodePlaces.processes)
    ? readdirSync(nodePlaces.processes).map((file) => file.replace(/\.json$/, ''))
    : [];

/** The last lines of what a program said, for an error that names the cause. */
export function lastLines(name: string, count = 5): string {
  const file = join(nodePlaces.logs, `${name}.log`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-count).join('\n') : '';
}
