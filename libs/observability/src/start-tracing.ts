import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, ParentBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import { rateLimitedSampler } from './rate-limited-sampler.ts';

export interface TracingOptions {
  service: string;
  version: string;
  /** Where spans go: an OTLP/HTTP address such as `http://localhost:4318/v1/traces`. Undefined: nowhere. */
  url: string | undefined;
  /** New traces that are recorded in one second; those that callers began follow their caller. */
  tracesPerSecond: number;
}

export interface Tracing {
  /** Sends what is left; gives up after a second, because a process that stops must not wait for who is gone. */
  shutdown(): Promise<void>;
}

/** Milliseconds for the last spans. */
const LAST_SPANS = 1_000;

/** Must run before anything that makes spans. No library is patched: our own edges make the spans. */
export function startTracing(options: TracingOptions): Tracing {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const { url } = options;
  const spanProcessors = url
    ? [
        new BatchSpanProcessor({
          exporter: new OTLPTraceExporter({ url }),
          scheduledDelayMillis: 400,
          maxQueueSize: 8192,
        }),
      ]
    : [];
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': options.service, 'service.version': options.version }),
    sampler: new ParentBasedSampler({ root: rateLimitedSampler(options.tracesPerSecond) }),
    spanProcessors,
  });
  trace.setGlobalTracerProvider(provider);
  return {
    shutdown: async () => {
      const last = new Promise<void>((resolve) => setTimeout(resolve, LAST_SPANS).unref());
      await Promise.race([provider.shutdown().catch(() => {}), last]);
    },
  };
}
