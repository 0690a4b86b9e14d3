import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
} from '@opentelemetry/api';
import { metrics } from '@tradewind/observability';
import type { FastifyInstance } from 'fastify';

const tracer = trace.getTracer('tradewind');
const seconds = metrics.histogram('http_server_seconds', 'Duration of an answered request.', [
  'method',
  'route',
  'status',
]);

/** For `@RouteConfig` of a route that receives telemetry: its own spans would make further spans, without end. */
export const UNTRACED = { traced: false };

const isUntraced = (config: object): boolean => (config as Partial<typeof UNTRACED>).traced === false;

const contexts = new WeakMap<object, Context>();

/** The trace of a request, also where its context is not active: while its body is read. */
export function traceIdOf(request: object): string | undefined {
  const known = contexts.get(request);
  return known && trace.getSpanContext(known)?.traceId;
}

/**
 * One SERVER span and one metric for each request, named by the route and never by the path, which holds ids.
 * The context is entered after the body was read: what a socket's events call does not inherit it.
 */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (isUntraced(request.routeOptions.config)) return done();
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const attributes = { 'http.request.method': method, 'http.route': route };
    const parent = propagation.extract(ROOT_CONTEXT, request.headers);
    const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
    contexts.set(request, trace.setSpan(parent, span));
    const end = seconds.startTimer({ method, route });
    // `close` also comes when the connection broke before the answer was complete.
    reply.raw.once('close', () => {
      const status = reply.raw.writableFinished ? reply.raw.statusCode : 499;
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      end({ status });
    });
    done();
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    context.with(contexts.get(request) ?? context.active(), done);
  });
}
