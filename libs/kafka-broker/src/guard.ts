import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';

/** Reads until its input ends, which is when the starter has ended, however that came. */
const WAIT = 'cat >/dev/null';
const END_PROCESS = `${WAIT}
kill -TERM "$1" 2>/dev/null || exit 0
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do
  sleep 0.2
  kill -0 "$1" 2>/dev/null || exit 0
done
kill -KILL "$1"`;
const END_CONTAINER = `${WAIT}
docker rm --force "$1" >/dev/null 2>&1`;

/** Windows has no such shell; there the broker ends with its console. */
const canGuard = process.platform !== 'win32';

/**
 * Sees to it that a broker does not outlive the process that started it, not even one that was killed: a shell of 1 MB holds
 * the other end of a pipe.
 */
export function guard(child: ChildProcess, container?: string): void {
  if (!canGuard || child.pid === undefined) return;
  const [script, argument] = container ? [END_CONTAINER, container] : [END_PROCESS, String(child.pid)];
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', argument], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // Ctrl-C in the terminal is for the starter alone
  });
  watcher.on('error', () => {});
  watcher.unref();
  (watcher.stdin as Socket).unref();
  child.once('exit', () => watcher.kill('SIGKILL'));
}
