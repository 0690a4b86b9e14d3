import {
  context,
  isSpanContextValid,
  SpanKind,
  trace,
  TraceFlags,
  type Context,
  type Span,
  type SpanContext,
  type SpanOptions,
  type Tracer,
  type TracerProvider,
} from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { newSpanId, newTraceId } from './ids.ts';
import type { LocalTrace } from './local-trace.ts';
import { RecordedSpan } from './recorded-span.ts';
import type { HeadSampler } from './samplers.ts';

/** What a tracer does with the traces that reach this process or begin in it. */
export interface Recording {
  /** Whether a new trace has the flag "sampled", which callers pass on and everybody follows. */
  sampled: HeadSampler;
  /** Where the spans of a trace go that has no span in this process yet; undefined: it is not recorded. */
  open(sampled: boolean): LocalTrace | undefined;
}

const NOWHERE = trace.wrapSpanContext({ traceId: '0'.repeat(32), spanId: '0'.repeat(16), traceFlags: 0 });

/** The part of OpenTelemetry's SDK that makes spans, for one way of recording. */
export function createTracerProvider(recording: Recording): TracerProvider {
  const tracer: Tracer = {
    startSpan: (name, options = {}, parent = context.active()) => startSpan(recording, name, options, parent),
    startActiveSpan: (...given: unknown[]) => {
      const work = given.at(-1) as (span: Span) => never;
      const [name, options, parent = context.active()] = given.slice(0, -1) as [
        string,
        SpanOptions?,
        Context?,
      ];
      const span = startSpan(recording, name, options ?? {}, parent);
      return context.with(trace.setSpan(parent, span), work, undefined, span);
    },
  };
  return { getTracer: () => tracer };
}

function startSpan(recording: Recording, name: string, options: SpanOptions, parent: Context): Span {
  if (isTracingSuppressed(parent)) return NOWHERE;
  const over = options.root ? undefined : trace.getSpan(parent);
  if (over instanceof RecordedSpan)
    return begin(name, options, over.spanContext(), over.spanContext().spanId, over.local);
  const remote = over?.spanContext();
  if (over && remote && isSpanContextValid(remote)) {
    const local = recording.open((remote.traceFlags & TraceFlags.SAMPLED) !== 0);
    // What is not recorded here passes on what it was given: whoever follows finds the same parent.
    return local ? begin(name, options, remote, remote.spanId, local) : over;
  }
  return startRoot(recording, name, options);
}

function startRoot(recording: Recording, name: string, options: SpanOptions): Span {
  const traceId = newTraceId();
  const sampled = recording.sampled({ traceId, links: options.links ?? [] });
  const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  const local = recording.open(sampled);
  const spanContext = { traceId, spanId: newSpanId(), traceFlags };
  if (!local) return trace.wrapSpanContext(spanContext);
  return begin(name, options, spanContext, undefined, local);
}

function begin(
  name: string,
  { kind = SpanKind.INTERNAL, attributes, links }: SpanOptions,
  { traceId, traceFlags, traceState }: SpanContext,
  parentSpanId: string | undefined,
  local: LocalTrace,
): Span {
  const spanId = newSpanId();
  const spanContext: SpanContext = traceState
    ? { traceId, spanId, traceFlags, traceState }
    : { traceId, spanId, traceFlags };
  return new RecordedSpan({ name, kind, spanContext, parentSpanId, attributes, links }, local);
}
