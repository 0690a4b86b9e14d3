import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Link,
  type Span,
} from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';

const tracer = trace.getTracer('tradewind');

export interface SpanOptions {
  kind?: keyof typeof SpanKind;
  attributes?: Attributes;
  links?: Link[];
  /** Default: the context that is active. */
  parent?: Context;
}

/** Runs `work` inside a span; an error is recorded by its code (never by its whole text) and thrown on. */
export async function inSpan<T>(
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const parent = options.parent ?? context.active();
  const { attributes, links } = options;
  const span = tracer.startSpan(
    name,
    { kind: SpanKind[options.kind ?? 'INTERNAL'], attributes, links },
    parent,
  );
  try {
    return await context.with(trace.setSpan(parent, span), work, undefined, span);
  } catch (error) {
    const code = (error as { code?: unknown }).code ?? (error as Error).name;
    span.setAttribute('error.type', String(code));
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

export function currentTraceId(): string | undefined {
  return trace.getActiveSpan()?.spanContext().traceId;
}

/** The W3C `traceparent` of the active span, to be stored beside an event or a saga. */
export function currentTraceparent(): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

/** The context that a stored `traceparent` stands for; without one a new root. */
export function withTraceparent(traceparent: string | undefined): Context {
  return traceparent ? propagation.extract(ROOT_CONTEXT, { traceparent }) : ROOT_CONTEXT;
}

/** Runs background work without spans: a loop that looks for work every second would fill the traces with nothing. */
export function withoutTracing<T>(work: () => T): T {
  return context.with(suppressTracing(ROOT_CONTEXT), work);
}

/** A link to the span of a stored `traceparent`, for work that serves many callers at once. */
export function linkTo(traceparent: string | undefined): Link[] {
  const spanContext = trace.getSpanContext(withTraceparent(traceparent));
  return spanContext ? [{ context: spanContext }] : [];
}
