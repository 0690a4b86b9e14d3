import { SpanKind } from '@opentelemetry/api';
import { UNFINISHED, type Resource } from './otlp.ts';
import type { RecordedSpan } from './recorded-span.ts';

const KINDS: Partial<Record<SpanKind, string>> = {
  [SpanKind.CLIENT]: 'CLIENT',
  [SpanKind.SERVER]: 'SERVER',
  [SpanKind.PRODUCER]: 'PRODUCER',
  [SpanKind.CONSUMER]: 'CONSUMER',
};

/**
 * Spans in Zipkin's JSON form, version 2, for `POST /api/v2/spans`. Source: OpenTelemetry, "SDK exporters: Zipkin": tags are
 * text, events are annotations, a failed span has a tag `error`, links cannot be said. Zipkin draws a line to the peer
 * that a client names.
 */
export function toZipkin(spans: readonly RecordedSpan[], { service }: Resource): string {
  return JSON.stringify(spans.map((span) => toSpan(span, service)));
}

function toSpan(span: RecordedSpan, serviceName: string): object {
  const { traceId, spanId: id } = span.spanContext();
  const peer = span.attributes['peer.service'];
  return {
    ...{ traceId, id, parentId: span.parentSpanId, name: span.name, kind: KINDS[span.kind] },
    timestamp: microseconds(span.start),
    // Zipkin takes no duration of zero.
    duration: Math.max(1, microseconds(span.age())),
    localEndpoint: { serviceName },
    ...(peer === undefined ? {} : { remoteEndpoint: { serviceName: String(peer) } }),
    tags: tagsOf(span),
    annotations: (span.events ?? []).map(({ name, at }) => ({ timestamp: microseconds(at), value: name })),
  };
}

function tagsOf(span: RecordedSpan): Record<string, string> {
  const given = Object.entries(span.attributes).filter(([, value]) => value !== undefined);
  const tags = Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
  if (span.failed) tags['error'] = tags['error.type'] ?? 'true';
  if (span.duration < 0) tags[UNFINISHED] = 'true';
  return tags;
}

const microseconds = (milliseconds: number): number => Math.round(milliseconds * 1_000);
