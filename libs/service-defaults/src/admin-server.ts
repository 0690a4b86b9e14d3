import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { metrics } from '@tradewind/observability';
import { allPolicies, guardSnapshots } from '@tradewind/resilience';
import { toProblem } from './edge/problem.ts';

/** A further page of a service's admin port. */
export interface AdminRoute {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Such as `/faults`; `/faults/*` answers everything below. */
  path: string;
  handle(path: string, body: unknown, query: URLSearchParams): Promise<unknown> | unknown;
}

interface AdminOptions {
  listen: { host: string; port: number; reusePort?: boolean };
  service: string;
  version: string;
  /** Rejects, with the reason, when the service cannot serve now. */
  ready: () => Promise<void>;
  routes: readonly AdminRoute[];
}

/**
 * The platform's door, on plain node:http: `/health/live`, `/health/ready`, `/metrics`, `/info`, `/resilience`,
 * `/resilience/guards`.
 * It is not for shoppers: no ingress may lead here.
 */
export async function startAdminServer(options: AdminOptions): Promise<Server> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => refuse(response, error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.listen, resolve);
  });
  return server;
}

async function answer(
  options: AdminOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://admin');
  const path = url.pathname;
  switch (path) {
    case '/health/live':
      return send(response, 200, { status: 'live' });
    case '/health/ready':
      return options.ready().then(
        () => send(response, 200, { status: 'ready', pid: process.pid }),
        (error: unknown) => send(response, 503, { status: 'not ready', reason: (error as Error).message }),
      );
    case '/metrics':
      response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text());
      return;
    case '/info':
      return send(response, 200, info(options));
    case '/resilience':
      return send(
        response,
        200,
        allPolicies().map((policy) => policy.snapshot()),
      );
    case '/resilience/guards':
      return send(response, 200, guardSnapshots());
    default:
      return other(options, url, request, response);
  }
}

function info({ service, version }: AdminOptions): object {
  return {
    name: service,
    pid: process.pid,
    version,
    rssBytes: process.memoryUsage.rss(),
    uptimeSeconds: process.uptime(),
  };
}

async function other(
  options: AdminOptions,
  { pathname: path, searchParams }: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const route = options.routes.find(
    (it) =>
      it.method === request.method &&
      (it.path === path || (it.path.endsWith('/*') && path.startsWith(it.path.slice(0, -1)))),
  );
  if (!route) return send(response, 404, { error: `${request.method} ${path} is not here` });
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body: unknown = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
  send(response, 200, (await route.handle(path, body, searchParams)) ?? {});
}

/** An expected outcome as a problem document; what is a mistake of ours is told to whoever operates the process. */
function refuse(response: ServerResponse, error: unknown): void {
  const problem = toProblem(error, undefined);
  if (problem.status === 500) return send(response, 500, { error: (error as Error).message });
  response
    .writeHead(problem.status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify(problem));
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
