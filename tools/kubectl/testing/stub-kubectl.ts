// Stands for kubectl and the cluster behind it: objects in a file, patched as an API server does it, and one port.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Operation } from '../src/index.ts';
import type { Objects } from './index.ts';

const { STUB_STATE = '', STUB_LOG = '', STUB_PORT = '' } = process.env;
const [command, kind = '', name = ''] = process.argv.slice(2).filter((it) => !it.startsWith('--'));
const option = (key: string): string | undefined =>
  process.argv.find((it) => it.startsWith(`--${key}=`))?.slice(key.length + 3);

const objects = (): Objects => JSON.parse(readFileSync(STUB_STATE, 'utf8')) as Objects;
const change = (changed: (before: Objects) => Objects): void =>
  writeFileSync(STUB_STATE, JSON.stringify(changed(objects())));

/** RFC 6902, as far as it is used here: all or nothing. */
function patched<T extends object>(document: T, operations: readonly Operation[]): T {
  for (const operation of operations) {
    const path = operation.path
      .split('/')
      .slice(1)
      .map((it) => it.replaceAll('~1', '/'));
    const last = path.pop()!;
    const parent = path.reduce(
      (it, key) => it[key] as Record<string, unknown>,
      document as Record<string, unknown>,
    );
    if (operation.op === 'remove') delete parent[last];
    else if (operation.op !== 'test') parent[last] = operation.value;
    else if (JSON.stringify(parent[last]) !== JSON.stringify(operation.value))
      throw new Error(`the server rejected our request: testing value ${operation.path} failed`);
  }
  return document;
}

function get(): void {
  const key = `${kind}/${name}`;
  const all = objects();
  if (name === '') {
    const items = Object.keys(all).filter((it) => it.startsWith(key));
    console.log(JSON.stringify({ items: items.map((it) => all[it]) }));
  } else if (all[key]) console.log(JSON.stringify(all[key]));
  else if (!process.argv.includes('--ignore-not-found')) throw new Error(`"${key}" not found`);
}

function forward(): void {
  const server = createServer((socket) => {
    const target = connect(Number(STUB_PORT), '127.0.0.1');
    for (const side of [socket, target])
      side.on('error', () => [socket, target].forEach((it) => it.destroy()));
    socket.pipe(target).pipe(socket);
  }).listen(0, '127.0.0.1', () => {
    console.log(`Forwarding from 127.0.0.1:${(server.address() as AddressInfo).port} -> ${name}`);
  });
}

/** What a pod is told by this cluster's CoreDNS. */
function lookUp(): void {
  console.log(JSON.stringify(objects()['configmaps/coredns']).includes('SERVFAIL') ? 'missing' : 'found');
}

const COMMANDS: Record<string, () => void | Promise<unknown>> = {
  get,
  'port-forward': forward,
  patch: () => {
    const operations = JSON.parse(readFileSync(option('patch-file')!, 'utf8')) as Operation[];
    const key = `${kind}/${name}`;
    change((before) => ({ ...before, [key]: patched(before[key]!, operations) }));
  },
  create: async () => {
    const object = JSON.parse(await text(process.stdin)) as { kind: string; metadata: { name: string } };
    change((before) => ({ ...before, [`${object.kind}/${object.metadata.name}`]: object }));
  },
  delete: () => change(({ [`${kind}/${name}`]: _gone, ...rest }) => rest),
  // Runs until nobody speaks to it any more, or until what runs in the pod would end.
  exec: () => (process.argv.at(-1)!.includes('lookup(') ? lookUp() : text(process.stdin)),
  wait: () => {},
};

appendFileSync(STUB_LOG, `${process.argv.slice(2).join(' ')}\n`);
try {
  await (COMMANDS[command!] ?? (() => Promise.reject(new Error(`unknown: ${command}`))))();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
