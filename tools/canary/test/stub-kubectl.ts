// Stands for kubectl and the cluster behind it: one VirtualService in a file, patched as an API server does it, and one port.
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import type { Operation } from '@tradewind/kubectl';

const { STUB_STATE = '', STUB_PROMETHEUS = '' } = process.env;
const args = process.argv.slice(2).filter((it) => !/^--(context|namespace|output|type)=/.test(it));
const state = (): Record<string, unknown> => JSON.parse(readFileSync(STUB_STATE, 'utf8'));

/** RFC 6902, as far as it is used here: all or nothing. */
function patched(document: Record<string, unknown>, operations: readonly Operation[]): object {
  for (const operation of operations) {
    const path = operation.path.split('/').slice(1);
    const last = path.pop()!;
    const parent = path.reduce((it, key) => it[key] as Record<string, unknown>, document);
    if (operation.op === 'remove') delete parent[last];
    else if (operation.op !== 'test') parent[last] = operation.value;
    else if (parent[last] !== operation.value)
      throw new Error(`the server rejected our request: testing value ${operation.path} failed`);
  }
  return document;
}

function forward(): void {
  const server = createServer((socket) => {
    const target = connect(Number(STUB_PROMETHEUS), '127.0.0.1');
    for (const side of [socket, target])
      side.on('error', () => [socket, target].forEach((it) => it.destroy()));
    socket.pipe(target).pipe(socket);
  }).listen(0, '127.0.0.1', () => {
    console.log(`Forwarding from 127.0.0.1:${(server.address() as AddressInfo).port} -> 9090`);
  });
}

try {
  if (args[0] === 'get') console.log(JSON.stringify(state()));
  else if (args[0] === 'port-forward') forward();
  else if (args[0] === 'patch') {
    const operations = JSON.parse(args.find((it) => it.startsWith('--patch='))!.slice('--patch='.length));
    writeFileSync(STUB_STATE, JSON.stringify(patched(state(), operations)));
  } else throw new Error(`unknown: ${args.join(' ')}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
