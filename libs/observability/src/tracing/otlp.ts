import type { Attributes, AttributeValue, Link } from '@opentelemetry/api';
import type { RecordedSpan } from './recorded-span.ts';

/** Who sends. */
export interface Resource {
  service: string;
  version: string;
}

/** On a span that was sent while it still ran; see `OpenSpans`. */
export const UNFINISHED = 'tradewind.span.unfinished';

/**
 * Spans in the JSON form of OTLP/HTTP, which every collector takes at `/v1/traces`. Source: opentelemetry-proto 1.x,
 * `ExportTraceServiceRequest`; ids are hexadecimal and 64-bit numbers are text there. Written as text at once: this is the
 * larger part of what tracing costs.
 */
export function toOtlp(spans: readonly RecordedSpan[], resource: Resource): string {
  const attributes = toAttributes({
    'service.name': resource.service,
    'service.version': resource.version,
  });
  const scope = '{"name":"tradewind"}';
  return `{"resourceSpans":[{"resource":{"attributes":${attributes}},"scopeSpans":[{"scope":${scope},"spans":[${spans
    .map(toSpan)
    .join(',')}]}]}]}`;
}

function toSpan(span: RecordedSpan): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  const parent = span.parentSpanId ? `"parentSpanId":"${span.parentSpanId}",` : '';
  const events = span.events ? `,"events":[${span.events.map(toEvent).join(',')}]` : '';
  const links = span.links ? `,"links":[${span.links.map(toLink).join(',')}]` : '';
  const status = span.failed ? ',"status":{"code":2}' : '';
  const running = span.duration < 0;
  const attributes = running ? { ...span.attributes, [UNFINISHED]: true } : span.attributes;
  const end = span.start + span.age();
  return (
    `{"traceId":"${traceId}","spanId":"${spanId}",${parent}"flags":${traceFlags},"name":${quote(span.name)},` +
    `"kind":${span.kind + 1},"startTimeUnixNano":"${nanoseconds(span.start)}","endTimeUnixNano":"${nanoseconds(end)}",` +
    `"attributes":${toAttributes(attributes)}${events}${links}${status}}`
  );
}

const toEvent = ({ name, at, attributes }: { name: string; at: number; attributes: Attributes }): string =>
  `{"name":${quote(name)},"timeUnixNano":"${nanoseconds(at)}","attributes":${toAttributes(attributes)}}`;

const toLink = ({ context, attributes = {} }: Link): string =>
  `{"traceId":"${context.traceId}","spanId":"${context.spanId}","attributes":${toAttributes(attributes)}}`;

function toAttributes(attributes: Attributes): string {
  let text = '';
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined) continue;
    text += `${text === '' ? '' : ','}{"key":"${key}","value":${toValue(value)}}`;
  }
  return `[${text}]`;
}

function toValue(value: AttributeValue | null | undefined): string {
  if (typeof value === 'string') return `{"stringValue":${quote(value)}}`;
  if (typeof value === 'boolean') return `{"boolValue":${value}}`;
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? `{"intValue":"${value}"}` : `{"doubleValue":${value}}`;
  if (Array.isArray(value)) return `{"arrayValue":{"values":[${value.map(toValue).join(',')}]}}`;
  return '{}';
}

// What JSON need not escape is by far the most; only the rest is given to JSON.stringify.
const PLAIN = /^[\w /:.{}*()+,;=<>[\]@#$%&?!'|~^-]*$/;
const quote = (text: string): string =>
  PLAIN.test(text) ? `"${text}"` : JSON.stringify(text).replaceAll(/[\u0080-\uffff]/g, escaped);

// Everything is ASCII, so that a batch becomes bytes by copying.
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

// To the microsecond: more digits than a double has at this size.
const nanoseconds = (milliseconds: number): string => `${Math.round(milliseconds * 1_000)}000`;
