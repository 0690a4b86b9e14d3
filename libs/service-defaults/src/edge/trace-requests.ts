import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
} from '@opentelemetry/api';
import { metrics, type Logger } from '@tradewind/observability';
import type { FastifyInstance } from 'fastify';
import { logAccess } from './access-log.ts';

const tracer = trace.getTracer('tradewind');
const seconds = metrics.histogram('http_server_seconds', 'Duration of an answered request.', [
  'method',
  'route',
  'status',
]);
const active = metrics.gauge('http_server_active', 'Requests that are being answered.');
const bytes = metrics.counter('http_server_bytes_total', 'Bytes of bodies, received and sent.', [
  'method',
  'route',
  'direction',
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
 * One SERVER span, one metric and one line of the access log for each request, named by the route and never by the path, which holds ids.
 * The context is entered after the body was read: what a socket's events call does not inherit it.
 */
export function traceRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (isUntraced(request.routeOptions.config)) return done();
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const attributes = { 'http.request.method': method, 'http.route': route };
    const parent = propagation.extract(ROOT_CONTEXT, request.headers);
    const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
    contexts.set(request, trace.setSpan(parent, span));
    const end = seconds.startTimer({ method, route });
    active.inc();
    // `close` also comes when the connection broke before the answer was complete.
    reply.raw.once('close', () => {
      const status = reply.raw.writableFinished ? reply.raw.statusCode : 499;
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      active.dec();
      const received = Number(request.headers['content-length'] ?? 0);
      if (received > 0) bytes.inc({ method, route, direction: 'received' }, received);
      const sent = Number(reply.raw.getHeader('content-length') ?? 0);
      if (sent > 0) bytes.inc({ method, route, direction: 'sent' }, sent);
      const milliseconds = Math.round(end({ status }) * 1e5) / 100;
      const { traceId, spanId } = span.spanContext();
      logAccess(logger, { method, route, status, milliseconds, traceId, spanId });
    });
    done();
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    context.with(contexts.get(request) ?? context.active(), done);
  });
}
