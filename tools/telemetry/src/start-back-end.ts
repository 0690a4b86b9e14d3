import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Found } from './find-back-ends.ts';

export interface BackEnd {
  /** What it has written so far, to both of its outputs. */
  output(): string;
  stop(): Promise<void>;
}

interface StartOptions {
  args?: readonly string[];
  environment?: Record<string, string>;
  /** Answers anything but an error of its own as soon as it is ready. */
  readyUrl: string;
  /** Milliseconds until it must be. Default 60,000. */
  within?: number;
}

/** Starts a back end, and waits until it answers. @throws with its output when it does not */
export async function startBackEnd(
  { command, args }: Exclude<Found, { missing: string }>,
  { args: more = [], environment = {}, readyUrl, within = 60_000 }: StartOptions,
): Promise<BackEnd> {
  const env = { ...process.env, ...environment };
  const child = spawn(command, [...args, ...more], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const ended = once(child, 'close').catch(() => {});
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  for (const end = Date.now() + within; !(await answers(readyUrl)); await wait(100)) {
    if (Date.now() < end && child.exitCode === null) continue;
    await stop();
    throw new Error(`${command} does not answer at ${readyUrl}:\n${output.slice(-2_000)}`);
  }
  return { output: () => output, stop };
}

function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
    ({ status }) => status < 500,
    () => false,
  );
}

/** Ports that nobody uses now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
