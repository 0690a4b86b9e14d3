import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import { repository } from './paths.ts';
import type { Ports } from './ports.ts';
import type { Secrets } from './secrets.ts';
import { eventLogDatabase, type PortKind, type ProcessDefinition, type Setting } from './topology.ts';

export interface EnvironmentContext {
  /** Addresses of the brokers when the event log is Kafka. */
  readonly kafkaBrokers?: string;
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly data: DataFolder;
}

/** Whether a successor can listen beside a process that ends: SO_REUSEPORT, as Linux has it. */
export const canSharePorts = process.platform === 'linux';

type Values = Record<string, string>;

const host = '127.0.0.1';
const portVariables: Record<PortKind, string> = {
  grpc: 'GRPC_PORT',
  admin: 'ADMIN_PORT',
  http: 'HTTP_PORT',
  webhook: 'WEBHOOK_PORT',
};

const settings: Record<Setting, (context: EnvironmentContext) => string> = {
  PSP_URL: ({ ports }) => `http://${host}:${ports.of('psp-simulator', 'http')}`,
  PSP_WEBHOOK_URL: ({ ports }) => `http://${host}:${ports.of('payment', 'webhook')}/webhooks/psp`,
  PSP_WEBHOOK_SECRET: ({ secrets }) => secrets.get('pspWebhook'),
  CONTROL_ROOM_URL: ({ ports }) => `http://${host}:${ports.of('control-room', 'http')}`,
  STOREFRONT_DIRECTORY: () => join(repository, 'dist', 'apps', 'storefront'),
  SESSION_SECRET: ({ secrets }) => secrets.get('session'),
  SERVICE_DIRECTORY_FILE: ({ data }) => data.servicesFile,
};

/** Of the launcher's own environment everything but what npm adds and what is addressed to the launcher. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|PORT$|TRADEWIND_DATA$|INIT_CWD$)/.test(name),
  );
  return Object.fromEntries(own);
}

/** Everything that the launcher tells one process. */
export function environmentOf(definition: ProcessDefinition, context: EnvironmentContext): Values {
  return {
    ...common(context),
    ...ownPorts(definition, context),
    ...databases(definition, context),
    ...addresses(definition, context),
    ...Object.fromEntries((definition.settings ?? []).map((name) => [name, settings[name](context)])),
  };
}

function common({ ports, data }: EnvironmentContext): Values {
  return {
    LISTEN_HOST: host,
    SHARED_PORTS: String(canSharePorts),
    MODE: 'demo',
    NODE_ENV: 'production',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    NODE_COMPILE_CACHE: data.compileCache,
    MALLOC_ARENA_MAX: '1',
    ...(ports.has('control-room', 'http') && {
      TRACES_URL: `http://${host}:${ports.of('control-room', 'http')}/v1/traces`,
      // The control room knows a span by its id, so it may be told of those that still run.
      TRACES_UNFINISHED: 'true',
    }),
    ...chosenTracing(process.env),
  };
}

/** Whoever starts the system may choose how it traces; another receiver is told of finished spans only, unless asked for. */
function chosenTracing(environment: NodeJS.ProcessEnv): Values {
  const chosen = Object.entries(environment).filter(([name]) => name.startsWith('TRACES_')) as [
    string,
    string,
  ][];
  const elsewhere = environment['TRACES_URL'] !== undefined;
  return { ...(elsewhere && { TRACES_UNFINISHED: 'false' }), ...Object.fromEntries(chosen) };
}

function ownPorts({ name, ports }: ProcessDefinition, context: EnvironmentContext): Values {
  const kinds = Object.keys(ports) as PortKind[];
  return Object.fromEntries(kinds.map((kind) => [portVariables[kind], String(context.ports.of(name, kind))]));
}

function databases(
  { database, usesEventLog }: ProcessDefinition,
  { secrets, ports, kafkaBrokers }: EnvironmentContext,
): Values {
  const url = (name: string): string => secrets.roleUrl(name, name, ports.postgres);
  return {
    ...(database && { DATABASE_URL: url(database) }),
    ...(usesEventLog &&
      (kafkaBrokers
        ? { EVENT_LOG: 'kafka', KAFKA_BROKERS: kafkaBrokers }
        : { EVENT_LOG: 'postgres', EVENT_LOG_URL: url(eventLogDatabase) })),
  };
}

function addresses({ peers = [] }: ProcessDefinition, { ports }: EnvironmentContext): Values {
  return Object.fromEntries(
    peers.map((peer) => [addressVariable(peer), `${host}:${ports.of(peer, 'grpc')}`]),
  );
}

export const addressVariable = (peer: string): string => `${peer.toUpperCase().replaceAll('-', '_')}_ADDRESS`;
