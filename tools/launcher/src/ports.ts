import { createServer } from 'node:net';
import { Failure } from './failure.ts';
import { findPortHolder } from './port-holder.ts';
import { isRefusedByBrowsers } from './refused-ports.ts';
import type { PortKind, Topology } from './topology.ts';

/** Where everything listens in this run. */
export interface Ports {
  readonly postgres: number;
  /** Of a topology that has them. */
  readonly kafka: { readonly client: number; readonly controller: number } | undefined;
  of(process: string, kind: PortKind): number;
  has(process: string, kind: PortKind): boolean;
}

/** Ports that no process has in the table; the search for a replacement begins here. */
const FIRST_SPARE_PORT = 40;

/** Every port of the table, keyed `<process>/<kind>`, as distance from `PORT`. */
export function portTable(topology: Topology): ReadonlyMap<string, number> {
  const table = new Map([['postgresql', topology.postgresPort]]);
  const { kafkaPorts } = topology;
  if (kafkaPorts) table.set('kafka', kafkaPorts.client).set('kafka/controller', kafkaPorts.controller);
  for (const { name, ports } of topology.processes)
    for (const [kind, distance] of Object.entries(ports)) table.set(`${name}/${kind}`, distance);
  return table;
}

/**
 * The table's ports, counted from `base`. A taken one is replaced silently by another free port, except `base` itself: that
 * is the address people use, so a taken one is a `Failure` that names its holder.
 */
export async function choosePorts(topology: Topology, base: number): Promise<Ports> {
  const chosen = new Map<string, number>();
  const used = new Set<number>();
  for (const [key, distance] of portTable(topology)) {
    const wanted = base + distance;
    const port = (await isUsable(wanted)) ? wanted : await replaceTaken(wanted, base, used);
    chosen.set(key, port);
    used.add(port);
  }
  const find = (key: string): number => {
    const port = chosen.get(key);
    if (port === undefined) throw new Error(`the topology has no port ${key}`);
    return port;
  };
  return {
    postgres: find('postgresql'),
    kafka: topology.kafkaPorts && { client: find('kafka'), controller: find('kafka/controller') },
    of: (process, kind) => find(`${process}/${kind}`),
    has: (process, kind) => chosen.has(`${process}/${kind}`),
  };
}

async function replaceTaken(wanted: number, base: number, used: ReadonlySet<number>): Promise<number> {
  if (wanted === base) throw new Failure(await describeTaken(base));
  let port = base + FIRST_SPARE_PORT;
  while (used.has(port) || !(await isUsable(port))) port += 1;
  return port;
}

/** The control room asks by `fetch`, and people by browsers: a port that both refuse is as good as taken. */
const isUsable = async (port: number): Promise<boolean> => !isRefusedByBrowsers(port) && (await isFree(port));

async function describeTaken(port: number): Promise<string> {
  if (isRefusedByBrowsers(port))
    return `Browsers refuse to open port ${port}.\nTake another one: PORT=${port + 10} npm start`;
  const holder = await findPortHolder(port);
  const by = holder ? ` by ${holder}` : '';
  return `Port ${port} is in use${by}.\nStop that program, or take another port: PORT=${port + 10} npm start`;
}

/** Browsers try `::1` first for `localhost`, so a port counts as free only when it is so on both loopback addresses. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'); // no such address here
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
