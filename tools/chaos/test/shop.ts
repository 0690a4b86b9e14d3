import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createSecureContext } from 'node:tls';
import { stubCluster, type Objects, type StubCluster } from '@tradewind/kubectl/testing';
import { runProgram } from '@tradewind/manifests';

export interface TestShop {
  url: string;
  cluster: StubCluster;
}

type OnEnd = (end: () => Promise<void> | void) => void;

export const wait = (milliseconds: number): Promise<void> => setTimeout(milliseconds);
export const fails = (): Promise<never> => Promise.reject(new Error('on purpose'));

export const pod = (name: string, phase: string): object => ({ metadata: { name }, status: { phase } });

/** A shop of one page, which does what it is told before it answers, and a cluster of these objects. */
export async function startShop(
  objects: Objects,
  before: () => Promise<void>,
  onEnd: OnEnd,
): Promise<TestShop> {
  const cluster = stubCluster(temporaryFolder(onEnd), objects);
  return { cluster, url: await listen(createServer(answer(before)), 'http', onEnd) };
}

interface Certificate {
  data: { 'tls.crt': string; 'tls.key': string };
}
const SECRET = 'secrets/shop-certificate';

/** The same by TLS, with the certificate that the cluster's Secret holds at that moment. */
export async function startSecureShop(good: Certificate, onEnd: OnEnd): Promise<TestShop> {
  const cluster = stubCluster(temporaryFolder(onEnd), { [SECRET]: good });
  const context = () => {
    const { data } = cluster.read<Certificate>(SECRET)!;
    const [cert, key] = [data['tls.crt'], data['tls.key']].map((it) => Buffer.from(it, 'base64'));
    return createSecureContext({ cert, key });
  };
  const server = createSecureServer(
    { SNICallback: (_name, done) => done(null, context()) },
    answer(() => wait(1)),
  );
  return { cluster, url: await listen(server, 'https', onEnd) };
}

const answer =
  (before: () => Promise<void>): RequestListener =>
  (request, response) => {
    const list = request.url!.startsWith('/api/products?pageSize');
    (list ? wait(0) : before()).then(
      () => response.end(JSON.stringify({ items: [{ id: 'p' }] })),
      () => response.writeHead(503).end(),
    );
  };

async function listen(server: Server, scheme: string, onEnd: OnEnd): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onEnd(() => void server.close());
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function temporaryFolder(onEnd: OnEnd): string {
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-chaos-'));
  onEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One that is good for a day, as a Secret has it. */
export async function certificate(): Promise<Certificate> {
  const cwd = mkdtempSync(join(tmpdir(), 'tradewind-certificate-'));
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=shop'];
  await runProgram('openssl', ['req', '-x509', ...curve, '-keyout', 'key', '-out', 'crt', '-days', '1'], {
    cwd,
  });
  const [crt, key] = ['crt', 'key'].map((it) => readFileSync(join(cwd, it)).toString('base64'));
  rmSync(cwd, { recursive: true });
  return { data: { 'tls.crt': crt!, 'tls.key': key! } };
}

interface Chaos {
  output(): string;
  stop(): void;
  code: Promise<number>;
}

const FAST = ['--duration', '1500ms', '--recovery', '3s'];

/** Starts `npm run chaos` with these arguments. */
export function startChaos({ url, cluster }: TestShop, args: string[], onEnd: OnEnd, more = FAST): Chaos {
  const main = join(import.meta.dirname, '../src/main.ts');
  const all = [main, ...args, '--url', url, '--rate', '20', ...more];
  const child = spawn(process.execPath, all, { env: { ...process.env, ...cluster.environment } });
  onEnd(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = once(child, 'close').then(([status]) => Number(status));
  return { output: () => output, stop: () => void child.kill('SIGINT'), code };
}
