import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { setEventRelation, type EventRelation } from './event-spans.ts';
import { withoutTracing } from './spans.ts';
import { OpenSpans } from './tracing/open-spans.ts';
import { toOtlp } from './tracing/otlp.ts';
import { createPost } from './tracing/post.ts';
import type { RecordedSpan } from './tracing/recorded-span.ts';
import { createRecording, type SamplerOptions } from './tracing/recording.ts';
import { createSpanQueue, type SpanQueue } from './tracing/span-queue.ts';
import { followWallClock } from './tracing/time.ts';
import { createTracerProvider } from './tracing/tracer.ts';
import { toZipkin } from './tracing/zipkin.ts';

export interface TracingOptions extends SamplerOptions {
  service: string;
  version: string;
  /** Where spans go, such as `http://localhost:4318/v1/traces`. Undefined: nowhere. */
  url: string | undefined;
  /** What the address takes. Default `otlp`. */
  format?: TraceFormat;
  /** How the handling of an event is tied to what caused it. Default `parent`. */
  events?: EventRelation;
  /** Spans that take long are sent also while they still run. Default false. */
  unfinished?: boolean;
}

/** `otlp`: OTLP/HTTP as JSON. `zipkin`: Zipkin's JSON, version 2. */
export const TRACE_FORMATS = ['otlp', 'zipkin'] as const;
export type TraceFormat = (typeof TRACE_FORMATS)[number];

export interface Tracing {
  /** Sends what is left; gives up after a second, because a process that stops must not wait for who is gone. */
  shutdown(): Promise<void>;
}

/** Milliseconds for the last spans. */
const LAST_SPANS = 1_000;

const ENCODERS: Record<TraceFormat, (...batch: Parameters<typeof toOtlp>) => Buffer> = {
  otlp: (spans, resource) => Buffer.from(toOtlp(spans, resource), 'latin1'),
  zipkin: (spans, resource) => Buffer.from(toZipkin(spans, resource)),
};

/** Must run before anything that makes spans. No library is patched: our own edges make the spans. */
export function startTracing(options: TracingOptions): Tracing {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  setEventRelation(options.events ?? 'parent');
  const queue: { current?: SpanQueue } = {};
  const send = (span: RecordedSpan): void => queue.current?.add(span);
  const open = options.unfinished ? new OpenSpans(send) : undefined;
  queue.current = createQueue(options, open);
  trace.setGlobalTracerProvider(createTracerProvider(createRecording(options, send, open)));
  return {
    shutdown: async () => {
      const last = new Promise<void>((resolve) => setTimeout(resolve, LAST_SPANS).unref());
      await Promise.race([queue.current?.stop().catch(() => {}), last]);
    },
  };
}

function createQueue(options: TracingOptions, open: OpenSpans | undefined): SpanQueue | undefined {
  const { url, format = 'otlp', service, version } = options;
  if (!url) return undefined;
  const encode = ENCODERS[format];
  const post = createPost(url);
  return withoutTracing(() =>
    createSpanQueue({
      send: (spans) => post(encode(spans, { service, version })),
      before: () => {
        followWallClock();
        open?.announce();
      },
    }),
  );
}
