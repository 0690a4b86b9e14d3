import type { Span } from '../../application/traces/span.ts';

/** OTLP/HTTP's JSON form of traces, as far as it is read here. Source: opentelemetry-proto, trace/v1/trace.proto. */
export interface OtlpTraces {
  resourceSpans?: {
    resource?: { attributes?: OtlpAttribute[] };
    scopeSpans?: { spans?: OtlpSpan[] }[];
  }[];
}

interface OtlpAttribute {
  key: string;
  value?: Record<string, unknown>;
}

interface OtlpSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind?: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  status?: { code?: number };
  attributes?: OtlpAttribute[];
  events?: { name: string; timeUnixNano: string; attributes?: OtlpAttribute[] }[];
}

const KINDS = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'];
const STATUSES = ['unset', 'ok', 'error'] as const;

export function toSpans({ resourceSpans = [] }: OtlpTraces): Span[] {
  return resourceSpans.flatMap(({ resource, scopeSpans = [] }) => {
    const service = String(toAttributes(resource?.attributes)['service.name'] ?? 'unknown');
    return scopeSpans.flatMap(({ spans = [] }) => spans.map((span) => toSpan(service, span)));
  });
}

function toSpan(service: string, span: OtlpSpan): Span {
  const start = BigInt(span.startTimeUnixNano);
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId || null,
    name: span.name,
    service,
    kind: KINDS[span.kind ?? 0] ?? 'internal',
    startUnixNano: String(start),
    durationMs: Number(BigInt(span.endTimeUnixNano) - start) / 1e6,
    status: STATUSES[span.status?.code ?? 0] ?? 'unset',
    attributes: toAttributes(span.attributes),
    events: (span.events ?? []).map((event) => ({
      name: event.name,
      at: new Date(Number(BigInt(event.timeUnixNano) / 1_000_000n)).toISOString(),
      attributes: toAttributes(event.attributes),
    })),
  };
}

function toAttributes(attributes: OtlpAttribute[] = []): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value ?? {})[0] ?? null]));
}
