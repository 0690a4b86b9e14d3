import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PACKAGE = `@restatedev/restate-server-${process.platform}-${process.arch}`;
/** Milliseconds until it must have made its cluster of one node. */
const READY_WITHIN = 30_000;

/** Starts the server on data of its own and tells it where the handler is. Only addresses and telemetry are set. */
export async function startRestateServer(folder: string, handlerPort: number) {
  const [fabric, ingress, admin] = [await freePort(), await freePort(), await freePort()];
  const file = join(folder, 'restate.toml');
  writeFileSync(file, settings({ folder, fabric, ingress, admin }));
  // It also asks the network whether it is the newest, and says so where it may not.
  const said = openSync(join(folder, 'restate.log'), 'a');
  const child = spawn(program(), ['--config-file', file, '--no-logo'], { stdio: ['ignore', 'ignore', said] });
  const gone = once(child, 'exit');
  process.once('exit', () => child.kill('SIGKILL')); // a handler that fails must not leave it behind
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
    await gone;
    clearTimeout(late);
  };
  try {
    const deployments = `http://127.0.0.1:${admin}/deployments`;
    await until(() => post(deployments, { uri: `http://127.0.0.1:${handlerPort}` }));
    return { pid: child.pid!, ingress: `http://127.0.0.1:${ingress}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function program(): string {
  try {
    const file = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
    return join(dirname(file), 'bin', 'restate-server');
  } catch (cause) {
    throw new Error(`${PACKAGE} is not installed: there may be none for this platform`, { cause });
  }
}

function settings(at: { folder: string; fabric: number; ingress: number; admin: number }): string {
  return `base-dir = ${JSON.stringify(join(at.folder, 'restate'))}
bind-address = "127.0.0.1:${at.fabric}"
advertised-address = "http://127.0.0.1:${at.fabric}"
listen-mode = "tcp"
node-name = "bench"
log-filter = "error"
disable-telemetry = true
[ingress]
bind-address = "127.0.0.1:${at.ingress}"
[admin]
bind-address = "127.0.0.1:${at.admin}"
`;
}

async function post(url: string, body: object): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return answer.ok;
}

async function until(works: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + READY_WITHIN;
  while (!(await works().catch(() => false))) {
    if (performance.now() > end) throw new Error('restate-server was not ready in time');
    await sleep(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
