import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigurationError } from '@tradewind/config';
import { createLogger, startTracing, type Logger } from '@tradewind/observability';
import { createRpcServer, type RpcServer, type ServiceImplementation } from '@tradewind/rpc';
import { startAdminServer, type AdminRoute } from './admin-server.ts';
import { LIFECYCLES, type Lifecycle } from './lifecycle.ts';
import { onStopSignal } from './stop-signals.ts';

interface BaseSettings {
  listenHost: string;
  adminPort: number;
  logLevel: string;
  tracesUrl: string | undefined;
  tracesPerSecond: number;
  drain: number;
  version: string;
  grpcPort?: number;
}

/** The Nest container, as far as wiring needs it. */
export interface ServiceParts {
  get<T>(token: abstract new (...args: never[]) => T): T;
  get<T>(token: symbol | string): T;
}

export interface ServiceDefinition<Settings extends BaseSettings> {
  name: string;
  /** Reads the environment; all its mistakes are shown at once and nothing is started. */
  settings: () => Settings;
  module: (settings: Settings, logger: Logger) => Type | object;
  /** What it offers over gRPC. */
  grpc?: (parts: ServiceParts) => ServiceImplementation[];
  /** Further pages of the admin port. */
  admin?: (parts: ServiceParts) => AdminRoute[];
  /** Rejects when a dependency that it cannot do without is away. */
  ready?: (parts: ServiceParts) => Promise<void>;
}

/**
 * Starts a process the same way everywhere: settings, telemetry, module, gRPC, admin port; and stops it without losing
 * what runs: not ready, no new calls, calls that run come to their end, then everything else in reverse.
 */
export async function bootService<S extends BaseSettings>(definition: ServiceDefinition<S>): Promise<void> {
  const settings = readSettings(definition);
  const logger = createLogger(definition.name, settings.logLevel);
  const { tracesUrl, tracesPerSecond, version } = settings;
  const tracing = startTracing({
    service: definition.name,
    version,
    url: tracesUrl,
    tracesPerSecond,
  });
  const app = await NestFactory.createApplicationContext(definition.module(settings, logger) as Type, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const parts = app as unknown as ServiceParts;
  const lifecycles = parts.get<Lifecycle[]>(LIFECYCLES);
  let stopping = false;
  const ready = async (): Promise<void> => {
    if (stopping) throw new Error('stopping');
    await definition.ready?.(parts);
  };
  for (const it of lifecycles) await it.start?.();
  const rpc = await startRpc(definition, settings, parts, logger);
  const routes = definition.admin?.(parts) ?? [];
  const { listenHost: host, adminPort: port, drain } = settings;
  const admin = await startAdminServer({
    host,
    port,
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
    rpc?.setServing(false);
    await rpc?.stop(drain);
    for (const it of lifecycles.toReversed()) await it.stop?.();
    await app.close();
    await tracing.shutdown().catch(() => {});
    admin.close();
  });
}

function readSettings<S extends BaseSettings>(definition: ServiceDefinition<S>): S {
  try {
    return definition.settings();
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
): Promise<RpcServer | undefined> {
  if (!grpc || settings.grpcPort === undefined) return undefined;
  return createRpcServer({
    address: `${settings.listenHost}:${settings.grpcPort}`,
    services: grpc(parts),
    logger,
  });
}
