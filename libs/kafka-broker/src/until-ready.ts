import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const LIMIT = 60_000;

export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** @throws when the broker ends or is not ready after 60 s; then it is killed, and the error shows the end of its log */
export async function untilReady(
  child: ChildProcess,
  probe: () => Promise<boolean>,
  logFile: string,
): Promise<void> {
  const deadline = Date.now() + LIMIT;
  while (!(await probe())) {
    if (hasEnded(child) || Date.now() >= deadline) throw notReady(child, logFile);
    await wait(50);
  }
}

function notReady(child: ChildProcess, logFile: string): Error {
  const what = hasEnded(child) ? 'ended while it started' : `is not ready after ${LIMIT / 1000} s`;
  child.kill('SIGKILL');
  const log = readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n');
  return new Error(`Kafka ${what}:\n${log}`);
}
