import {
  context,
  createContextKey,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Link,
  type Span,
  type SpanContext,
} from '@opentelemetry/api';
import { isAnswer } from '@tradewind/kernel';
import { suppressTracing } from '@opentelemetry/core';

const tracer = trace.getTracer('tradewind');

/** The span of another process that all of this began with. */
const CALLER = createContextKey('tradewind caller');

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
    return await context.with(insideOf(span, parent), work, undefined, span);
  } catch (error) {
    const code = (error as { code?: unknown }).code ?? (error as Error).name;
    span.setAttribute('error.type', String(code));
    // A no that was decided is no error of who decided it. Source: OpenTelemetry, "Semantic conventions for gRPC", status of spans.
    if (options.kind === 'CLIENT' || !isAnswer(error)) span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

function insideOf(span: Span, parent: Context): Context {
  const over = trace.getSpan(parent);
  // What is not recorded stands for its caller: the context is right as it is.
  if (over === span) return parent;
  const from = over?.spanContext();
  return trace.setSpan(from?.isRemote ? parent.setValue(CALLER, from) : parent, span);
}

export function currentTraceId(): string | undefined {
  return trace.getActiveSpan()?.spanContext().traceId;
}

/** The W3C `traceparent` of the active span, to be stored beside an event. */
export function currentTraceparent(): string | undefined {
  return toTraceparent(trace.getActiveSpan()?.spanContext());
}

/**
 * The `traceparent` of the other process's span that all of this began with, else of the active span: to be stored beside work that
 * may outlive this process. Its own spans, which a killed process never sends, are no parent that others could find.
 */
export function callerTraceparent(): string | undefined {
  const caller = context.active().getValue(CALLER) as SpanContext | undefined;
  return toTraceparent(caller) ?? currentTraceparent();
}

function toTraceparent(it: SpanContext | undefined): string | undefined {
  if (!it || !isSpanContextValid(it)) return undefined;
  return `00-${it.traceId}-${it.spanId}-0${it.traceFlags & 1}`;
}

/**
 * The parent and links of work that goes on with a stored `traceparent`: inside the active span when that is the same trace,
 * else where it was left, with a link to whoever had it continued now, such as an operator.
 */
export function continuing(traceparent: string | undefined): Pick<SpanOptions, 'parent' | 'links'> {
  const stored = withTraceparent(traceparent);
  const active = trace.getSpanContext(context.active());
  if (!active || !isSpanContextValid(active)) return { parent: stored };
  if (active.traceId === trace.getSpanContext(stored)?.traceId) return { parent: context.active() };
  return { parent: stored, links: [{ context: active }] };
}

/** Ties the active span to the work of a stored `traceparent` that it has continued. */
export function linkActiveSpan(traceparent: string | undefined): void {
  const span = trace.getActiveSpan();
  for (const link of linkTo(traceparent)) span?.addLink(link);
}

/** The context that a stored `traceparent` stands for; without one a new root. */
export function withTraceparent(traceparent: string | undefined): Context {
  const spanContext = traceparent ? parseTraceparent(traceparent) : undefined;
  return spanContext ? trace.setSpanContext(ROOT_CONTEXT, spanContext) : ROOT_CONTEXT;
}

// Source: W3C Trace Context, section 3.2: later versions may have more at their end, version ff and ids of zeros are not valid.
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

function parseTraceparent(text: string): SpanContext | undefined {
  const [, version, traceId, spanId, flags, more] = TRACEPARENT.exec(text) ?? [];
  if (traceId === undefined || (version === '00' && more !== undefined)) return undefined;
  const spanContext = { traceId, spanId: spanId!, traceFlags: parseInt(flags!, 16), isRemote: true };
  return isSpanContextValid(spanContext) ? spanContext : undefined;
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
