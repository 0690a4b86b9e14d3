import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Topology } from '../src/topology.ts';

/** Ready 200 ms after it began; says in its log when it began and when it said so for the first time. */
const honest = `
import { createServer } from 'node:http';
const say = (what) => console.log(JSON.stringify({ level: 30, time: Date.now(), msg: what }));
let ready = false;
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => {
  say('asked to end');
  process.exit(0);
});
createServer((request, response) => {
  if (ready) say('ready');
  response.writeHead(ready ? 200 : 503).end(JSON.stringify({ pid: process.pid }));
}).listen({
  port: Number(process.env.ADMIN_PORT),
  host: process.env.LISTEN_HOST,
  reusePort: process.env.SHARED_PORTS === 'true',
});
say('began');
setTimeout(() => (ready = true), 200);
`;

const broken = `console.error('ORDER_LIMIT is missing'); process.exit(3);`;

export interface Sandbox {
  readonly dataDirectory: string;
  /** Two processes with a database each; `second` depends on `first`. */
  readonly topology: Topology;
  /** The same, but `second` cannot start. */
  readonly brokenTopology: Topology;
  remove(): void;
}

export function makeSandbox(): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-launcher-'));
  chmodSync(folder, 0o755); // the user that PostgreSQL runs as, when this one is root, has to enter it
  const write = (name: string, program: string): string => {
    writeFileSync(join(folder, name), program);
    return join(folder, name);
  };
  const topology = (second: string): Topology => ({
    postgresPort: 9,
    processes: [
      { name: 'second', ports: { admin: 21 }, database: 'second', dependsOn: ['first'], entry: second },
      { name: 'first', ports: { http: 0, admin: 20 }, database: 'first', entry: write('first.mjs', honest) },
    ],
  });
  return {
    dataDirectory: join(folder, 'data'),
    topology: topology(write('second.mjs', honest)),
    brokenTopology: topology(write('broken.mjs', broken)),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** A port for a shop that no other test run of this machine uses. */
export const ownPort = (): number => 18_000 + (process.pid % 200) * 60;

/** Asks again until the answer is true; throws after 15 s. */
export async function eventually(question: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await question())) {
    if (Date.now() > deadline) throw new Error(`still not true after 15 s: ${question}`);
    await wait(20);
  }
}
