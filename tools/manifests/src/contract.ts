import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Setting } from '@tradewind/config';
import { topology, type ProcessDefinition } from '@tradewind/launcher';
import type { Request } from './istio/routes.ts';
import { root } from './root.ts';

export type PortKind = 'grpc' | 'admin' | 'http' | 'webhook';

/** One process that calls another at one of its ports. */
export interface Call {
  from: string;
  to: string;
  port: number;
  /** It may be allowed without being needed: something else can take its place. */
  optional?: boolean;
}

/** What the code says about one app. */
export interface AppContract {
  name: string;
  ports: Partial<Record<PortKind, number>>;
  settings: readonly Setting<unknown>[];
  /** MiB of V8's old space at most. */
  maxOldSpace: number;
}

export interface Contract {
  apps: ReadonlyMap<string, AppContract>;
  calls: readonly Call[];
  /** What comes in from outside, and whom an app asks for it. */
  entries?: readonly { request: Request; app: string; dependencies: readonly string[] }[];
}

/** Names of the ports in manifests. Istio reads the protocol from what is before the hyphen. */
export const PORT_NAMES: Record<PortKind, string> = {
  grpc: 'grpc',
  admin: 'http-admin',
  http: 'http',
  webhook: 'http-webhook',
};

const PORT_SETTINGS: Record<PortKind, string> = {
  grpc: 'GRPC_PORT',
  admin: 'ADMIN_PORT',
  http: 'HTTP_PORT',
  webhook: 'WEBHOOK_PORT',
};

/** Every image gets this, whatever less the launcher gives to small processes. */
const IMAGES_OLD_SPACE = 128;

const entry = (method: string, path: string, ...dependencies: string[]) => ({
  request: { method, path },
  app: 'gateway',
  dependencies,
});

/** The gateway's interface by whom it asks: a request of each kind. */
const entries = [
  entry('POST', '/api/orders', 'order'),
  entry('POST', '/v1/api/orders', 'order'),
  entry('GET', '/api/orders/1', 'order'),
  entry('GET', '/api/orders/1/events', 'order'),
  entry('POST', '/api/orders/1/cancellation', 'order'),
  entry('GET', '/api/cart', 'cart'),
  entry('PATCH', '/api/cart/items/1', 'cart'),
  entry('GET', '/api/products', 'product'),
  entry('GET', '/api/products/1', 'product', 'inventory', 'recommendation'),
];

interface Config {
  declarations: Record<string, Setting<unknown>>;
  policyDeclarations?: Record<string, Setting<unknown>>[];
}

/** Reads the contract from the topology and from the declared settings of every app. */
export async function readContract(): Promise<Contract> {
  const apps = await Promise.all(topology.processes.map(readApp));
  const byName = new Map(apps.map((app) => [app.name, app]));
  return { apps: byName, calls: topology.processes.flatMap((it) => callsOf(it, byName)), entries };
}

async function readApp({ name, ports, maxOldSpace = 0 }: ProcessDefinition): Promise<AppContract> {
  const file = join(root, 'apps', name, 'src', `${name}.config.ts`);
  const { declarations, policyDeclarations = [] } = (await import(pathToFileURL(file).href)) as Config;
  const settings = [declarations, ...policyDeclarations].flatMap((it) => Object.values(it));
  const portOf = (kind: PortKind) => settings.find((it) => it.name === PORT_SETTINGS[kind])?.fallback;
  const kinds = Object.keys(ports) as PortKind[];
  return {
    name,
    ports: Object.fromEntries(kinds.map((kind) => [kind, portOf(kind)])),
    settings,
    maxOldSpace: Math.max(maxOldSpace, IMAGES_OLD_SPACE),
  };
}

/** A peer of the topology is called only if the app declares its address: the launcher offers more than some need. */
function callsOf(
  { name, peers = [], settings = [] }: ProcessDefinition,
  apps: ReadonlyMap<string, AppContract>,
): Call[] {
  const declared = new Set(apps.get(name)!.settings.map((it) => it.name));
  const told = new Set<string>(settings.filter((it) => declared.has(it)));
  const call = (to: string, kind: PortKind, optional?: boolean): Call => ({
    from: name,
    to,
    port: apps.get(to)!.ports[kind]!,
    ...(optional && { optional }),
  });
  return [
    ...peers.filter((peer) => declared.has(addressVariable(peer))).map((peer) => call(peer, 'grpc')),
    ...(told.has('PSP_URL') ? [call('psp-simulator', 'http')] : []),
    ...(told.has('PSP_WEBHOOK_URL') ? [call('payment', 'webhook')] : []),
    ...(told.has('CONTROL_ROOM_URL') ? [call('control-room', 'http')] : []),
    ...(told.has('SERVICE_DIRECTORY_FILE') ? [...apps.keys()].map((to) => call(to, 'admin')) : []),
    // Its traces; a collector may get them instead.
    call('control-room', 'http', true),
  ];
}

const addressVariable = (peer: string): string => `${peer.toUpperCase().replaceAll('-', '_')}_ADDRESS`;
