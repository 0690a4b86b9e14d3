/** The whole system on one page: which processes there are, where they listen, what they need. Plain data. */

/** `grpc`: other services call it. `admin`: health, metrics, faults. `http`: people and programs. `webhook`: the provider. */
export type PortKind = 'grpc' | 'admin' | 'http' | 'webhook';

/** Settings that only some processes get; `environment.ts` says what each of them is. */
export type Setting =
  | 'PSP_URL'
  | 'PSP_WEBHOOK_URL'
  | 'PSP_WEBHOOK_SECRET'
  | 'CONTROL_ROOM_URL'
  | 'STOREFRONT_DIRECTORY'
  | 'SESSION_SECRET'
  | 'SERVICE_DIRECTORY_FILE';

export interface ProcessDefinition {
  readonly name: string;
  /** Ports as distances from `PORT`, so that learners know them: with PORT=8080 the order service's admin port is 8105. */
  readonly ports: Readonly<Partial<Record<PortKind, number>>>;
  /** Its own database, which a role of the same name owns. */
  readonly database?: string;
  readonly usesEventLog?: boolean;
  /** Must be ready before this process starts. */
  readonly dependsOn?: readonly string[];
  /** Processes that it calls by gRPC, each given as `<PEER>_ADDRESS`. */
  readonly peers?: readonly string[];
  readonly settings?: readonly Setting[];
  /** Ends after all others: they still send it their traces while they stop. */
  readonly stopsLast?: boolean;
  /** Limit of V8's old space in MiB; 96 unless given. */
  readonly maxOldSpace?: number;
  /** Program to run; `dist/apps/<name>/main.mjs` unless given. */
  readonly entry?: string;
}

export interface Topology {
  readonly processes: readonly ProcessDefinition[];
  /** Port of PostgreSQL as distance from `PORT`. */
  readonly postgresPort: number;
  /** Ports of a Kafka broker, for clients and for its own controller. */
  readonly kafkaPorts?: { readonly client: number; readonly controller: number };
}

export const eventLogDatabase = 'eventlog';

const services = ['product', 'inventory', 'cart', 'payment', 'order', 'notification', 'recommendation'];

export const topology: Topology = {
  postgresPort: 9,
  kafkaPorts: { client: 10, controller: 30 },
  processes: [
    {
      name: 'control-room',
      ports: { http: 1, admin: 29 },
      database: 'control_room',
      usesEventLog: true,
      peers: services,
      settings: ['PSP_URL', 'SERVICE_DIRECTORY_FILE'],
      stopsLast: true,
      maxOldSpace: 128,
    },
    {
      name: 'psp-simulator',
      ports: { http: 2, admin: 28 },
      database: 'psp',
      settings: ['PSP_WEBHOOK_URL', 'PSP_WEBHOOK_SECRET'],
    },
    { name: 'product', ports: { grpc: 11, admin: 21 }, database: 'product', usesEventLog: true },
    { name: 'inventory', ports: { grpc: 12, admin: 22 }, database: 'inventory', usesEventLog: true },
    {
      name: 'cart',
      ports: { grpc: 13, admin: 23 },
      database: 'cart',
      usesEventLog: true,
      peers: ['product'],
    },
    {
      name: 'payment',
      ports: { grpc: 14, admin: 24, webhook: 3 },
      database: 'payment',
      usesEventLog: true,
      settings: ['PSP_URL', 'PSP_WEBHOOK_URL', 'PSP_WEBHOOK_SECRET'],
    },
    {
      name: 'order',
      ports: { grpc: 15, admin: 25 },
      database: 'order',
      usesEventLog: true,
      dependsOn: ['cart', 'inventory', 'payment', 'product'],
      peers: ['cart', 'inventory', 'payment', 'product'],
      maxOldSpace: 128,
    },
    {
      name: 'notification',
      ports: { grpc: 16, admin: 26 },
      database: 'notification',
      usesEventLog: true,
      peers: ['order'],
    },
    {
      name: 'recommendation',
      ports: { grpc: 17, admin: 27 },
      database: 'recommendation',
      usesEventLog: true,
      peers: ['product'],
    },
    {
      name: 'gateway',
      ports: { http: 0, admin: 20 },
      dependsOn: ['product', 'cart', 'order', 'inventory', 'recommendation'],
      peers: services,
      settings: ['CONTROL_ROOM_URL', 'STOREFRONT_DIRECTORY', 'SESSION_SECRET'],
      maxOldSpace: 128,
    },
  ],
};
