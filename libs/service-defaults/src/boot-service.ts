import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigurationError } from '@tradewind/config';
import { failpoints } from '@tradewind/failpoints';
import { faults, type CallFaults } from '@tradewind/faults';
import {
  createLogger,
  startTracing,
  type EventRelation,
  type Logger,
  type TraceFormat,
  type TracingOptions,
} from '@tradewind/observability';
import { createRpcServer, type RpcServer, type ServiceImplementation } from '@tradewind/rpc';
import { startAdminServer, type AdminRoute } from './admin-server.ts';
import { listenOn } from './listen-on.ts';
import { LIFECYCLES, type Lifecycle } from './lifecycle.ts';
import { logRoutes } from './log-routes.ts';
import { requireDemoForFailpoints } from './demo-only.ts';
import { failpointRoutes } from './failpoint-routes.ts';
import { faultRoutes } from './fault-routes.ts';
import { openFaults } from './open-faults.ts';
import { onStopSignal } from './stop-signals.ts';
import { switchOnFailpoints } from './switch-on-failpoints.ts';
import { readinessOf, waitForOwnDatabase } from './own-database.ts';

/** The settings that every process has; see `baseSettings`. */
export interface BaseSettings {
  listenHost: string;
  adminPort: number;
  sharedPorts: boolean;
  logLevel: string;
  tracesUrl: string | undefined;
  tracesFormat: TraceFormat;
  tracesSampler: TracingOptions['sampler'];
  tracesPerSecond: number;
  tracesShare: number;
  tracesEvents: EventRelation;
  tracesUnfinished: boolean;
  drain: number;
  version: string;
  mode: 'demo' | 'production';
  failpoints: boolean;
  failpointsFile: string | undefined;
  grpcPort?: number;
  /** Of a process with a database: it is ready while that takes connections. */
  databaseUrl?: string;
  databaseWait: number;
}

/** The Nest container, as far as wiring needs it. */
export interface ServiceParts {
  get<T>(token: abstract new (...args: never[]) => T): T;
  get<T>(token: symbol | string): T;
}

/** What carries the module: a plain Nest container, or one with an HTTP server in front of it (`bootEdge`). */
export interface ServiceHost {
  parts: ServiceParts;
  /** Opens the door, once everything behind it has started. */
  listen?(): Promise<void>;
  /** Closes the door without cutting off who stands in it; at most so many milliseconds. */
  drain?(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export type CreateHost<Settings> = (module: Type, settings: Settings, logger: Logger) => Promise<ServiceHost>;

export interface ServiceDefinition<Settings extends BaseSettings> {
  name: string;
  /** Reads the environment; all its mistakes are shown at once and nothing is started. */
  settings: () => Settings;
  module: (settings: Settings, logger: Logger) => Type | object;
  /** What it offers over gRPC. */
  grpc?: (parts: ServiceParts) => ServiceImplementation[];
  /** Further pages of the admin port. */
  admin?: (parts: ServiceParts) => AdminRoute[];
}

/**
 * Starts a process the same way everywhere: settings, telemetry, module, gRPC, admin port; and stops it without losing
 * what runs: not ready, no new calls, calls that run come to their end, then everything else in reverse.
 */
export async function bootService<S extends BaseSettings>(
  definition: ServiceDefinition<S>,
  createHost: CreateHost<S> = createContainer,
): Promise<void> {
  const settings = readSettings(definition);
  const logger = createLogger(definition.name, settings.logLevel);
  try {
    await start(definition, settings, logger, createHost);
  } catch (error) {
    logger.fatal({ err: error }, `${definition.name} cannot start`);
    process.exit(1);
  }
}

async function start<S extends BaseSettings>(
  definition: ServiceDefinition<S>,
  settings: S,
  logger: Logger,
  createHost: CreateHost<S>,
): Promise<void> {
  await waitForOwnDatabase(settings, logger);
  const callFaults = settings.mode === 'demo' ? openFaults(faults, definition, logger) : undefined;
  if (settings.failpoints) switchOnFailpoints(failpoints, settings.failpointsFile);
  const { version } = settings;
  const tracing = startTracing({ service: definition.name, version, ...tracingOf(settings) });
  const host = await createHost(definition.module(settings, logger) as Type, settings, logger);
  const { parts } = host;
  const lifecycles = parts.get<Lifecycle[]>(LIFECYCLES);
  let stopping = false;
  const reachable = await readinessOf(settings);
  const ready = async (): Promise<void> => {
    if (stopping) throw new Error('stopping');
    if (callFaults?.down) throw new Error('told to be down');
    await reachable?.();
  };
  for (const it of lifecycles) await it.start?.();
  const rpc = await startRpc(definition, settings, parts, logger, callFaults);
  await host.listen?.();
  const routes = [
    ...logRoutes(),
    ...faultRoutes(faults),
    ...(settings.failpoints ? failpointRoutes(failpoints) : []),
    ...(definition.admin?.(parts) ?? []),
  ];
  const { drain } = settings;
  const admin = await startAdminServer({
    listen: listenOn(settings, settings.adminPort),
    service: definition.name,
    version,
    ready,
    routes,
  });
  logger.info(
    { pid: process.pid, milliseconds: Math.round(performance.now()) },
    `${definition.name} is ready`,
  );

  onStopSignal(logger, async () => {
    stopping = true;
    // Whoever asks on a shared port means the successor.
    if (settings.sharedPorts) admin.close();
    faults.reset();
    rpc?.setServing(false);
    await Promise.all([rpc?.stop(drain), host.drain?.(drain)]);
    for (const it of lifecycles.toReversed()) await it.stop?.();
    await host.close();
    await tracing.shutdown();
    admin.close();
  });
}

function tracingOf(settings: BaseSettings): Omit<TracingOptions, 'service' | 'version'> {
  return {
    url: settings.tracesUrl,
    format: settings.tracesFormat,
    sampler: settings.tracesSampler,
    perSecond: settings.tracesPerSecond,
    share: settings.tracesShare,
    events: settings.tracesEvents,
    unfinished: settings.tracesUnfinished,
  };
}

async function createContainer(module: Type): Promise<ServiceHost> {
  const app = await NestFactory.createApplicationContext(module, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  return { parts: app as unknown as ServiceParts, close: () => app.close() };
}

function readSettings<S extends BaseSettings>(definition: ServiceDefinition<S>): S {
  try {
    const settings = definition.settings();
    requireDemoForFailpoints(definition.name, settings);
    return settings;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exit(78); // EX_CONFIG of sysexits.h
  }
}

async function startRpc<S extends BaseSettings>(
  { grpc }: ServiceDefinition<S>,
  settings: S,
  parts: ServiceParts,
  logger: Logger,
  callFaults: CallFaults | undefined,
): Promise<RpcServer | undefined> {
  if (!grpc || settings.grpcPort === undefined) return undefined;
  return createRpcServer({
    address: `${settings.listenHost}:${settings.grpcPort}`,
    sharedPort: settings.sharedPorts,
    services: grpc(parts),
    logger,
    faults: callFaults,
  });
}
