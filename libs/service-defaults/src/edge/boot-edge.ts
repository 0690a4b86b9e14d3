import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from '@tradewind/observability';
import type { FastifyInstance } from 'fastify';
import {
  bootService,
  type BaseSettings,
  type ServiceDefinition,
  type ServiceHost,
  type ServiceParts,
} from '../boot-service.ts';
import { listenOn } from '../listen-on.ts';
import { createDrain } from './drain.ts';
import { passFailpoints } from './pass-failpoints.ts';
import { obeyDeadlines } from './request-deadline.ts';
import { traceRequests } from './trace-requests.ts';

type ServerOptions = NonNullable<ConstructorParameters<typeof FastifyAdapter>[0]>;

export interface EdgeDefinition<
  Settings extends BaseSettings & { httpPort: number },
> extends ServiceDefinition<Settings> {
  /** Fastify's own options, such as `trustProxy` or `bodyLimit`. */
  server?: (settings: Settings) => ServerOptions;
  /** Plugins, filters and hooks, before the routes are made. */
  http?: (app: NestFastifyApplication, settings: Settings) => Promise<void> | void;
}

/**
 * Starts a process with an HTTP server (Nest on Fastify) on `HTTP_PORT`; everything else is as `bootService` does it. The
 * door opens last and closes first; while it closes, answers carry `Connection: close`.
 */
export function bootEdge<S extends BaseSettings & { httpPort: number }>(
  definition: EdgeDefinition<S>,
): Promise<void> {
  return bootService(definition, (module, settings, logger) =>
    createHttpHost(definition, module, settings, logger),
  );
}

async function createHttpHost<S extends BaseSettings & { httpPort: number }>(
  definition: EdgeDefinition<S>,
  module: Type,
  settings: S,
  logger: Logger,
): Promise<ServiceHost> {
  // Draining is ours: Fastify would answer 503 on connections that are open while it closes.
  const adapter = new FastifyAdapter({
    return503OnClosing: false,
    ...definition.server?.(settings),
  } as never);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
    // Nest would add a parser for forms; this interface takes JSON and nothing else.
    bodyParser: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  fastify.removeContentTypeParser('text/plain');
  traceRequests(fastify, logger);
  obeyDeadlines(fastify);
  passFailpoints(fastify);
  const drain = createDrain(fastify);
  await definition.http?.(app, settings);
  return {
    parts: app as unknown as ServiceParts,
    listen: async () => {
      await app.listen(listenOn(settings, settings.httpPort));
    },
    drain,
    close: () => app.close(),
  };
}
