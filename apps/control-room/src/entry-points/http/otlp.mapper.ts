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
  links?: { traceId: string; spanId: string }[];
}

const KINDS = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'];
const STATUSES = ['unset', 'ok', 'error'] as const;

export function toSpans({ resourceSpans = [] }: OtlpTraces): Span[] {
  return resourceSpans.flatMap(({ resource, scopeSpans = [] }) => {
    const service = String(toAttributes(resource?.attributes)['service.name'] ?? 'unknown');
    return scopeSpans.flatMap(({ spans = [] }) => spans.map((span) => toSpan(service, span)));
  });
}

/** What our exporter says of a span that it sent while it ran. */
const UNFINISHED = 'tradewind.span.unfinished';

function toSpan(service: string, span: OtlpSpan): Span {
  const { [UNFINISHED]: unfinished, ...attributes } = toAttributes(span.attributes);
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
    attributes,
    events: (span.events ?? []).map((event) => ({
      name: event.name,
      at: new Date(Number(BigInt(event.timeUnixNano) / 1_000_000n)).toISOString(),
      attributes: toAttributes(event.attributes),
    })),
    links: (span.links ?? []).map(({ traceId, spanId }) => ({ traceId, spanId })),
    finished: unfinished !== true,
  };
}

function toAttributes(attributes: OtlpAttribute[] = []): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, toValue(value)]));
}

/** 64-bit numbers are text in this form. */
function toValue(value: Record<string, unknown> = {}): unknown {
  const [kind, content = null] = Object.entries(value)[0] ?? [];
  return kind === 'intValue' ? Number(content) : content;
}
