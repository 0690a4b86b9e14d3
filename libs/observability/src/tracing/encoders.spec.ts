import { SpanKind, type Attributes } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { sendAtOnce } from './local-trace.ts';
import { toOtlp, UNFINISHED } from './otlp.ts';
import { RecordedSpan } from './recorded-span.ts';
import { toZipkin } from './zipkin.ts';

const RESOURCE = { service: 'shop', version: '1.2.3' };
const TRACE = 'a'.repeat(32);
const SPAN = 'b'.repeat(16);

function aSpan(attributes: Attributes = {}, end = true): RecordedSpan {
  const start = {
    ...{ name: 'GET /', kind: SpanKind.CLIENT, parentSpanId: 'c'.repeat(16), attributes },
    spanContext: { traceId: TRACE, spanId: SPAN, traceFlags: 1 },
    links: [{ context: { traceId: 'd'.repeat(32), spanId: 'e'.repeat(16), traceFlags: 1 } }],
  };
  const span = new RecordedSpan(
    start,
    sendAtOnce(() => {}),
  );
  span.addEvent('retried', { attempt: 2 });
  if (end) span.setStatus({ code: 2 }).end();
  return span;
}

const otlpOf = (span: RecordedSpan) => {
  const { resourceSpans } = JSON.parse(toOtlp([span], RESOURCE)) as {
    resourceSpans: { resource: object; scopeSpans: { spans: Record<string, unknown>[] }[] }[];
  };
  return {
    resource: resourceSpans[0]!.resource,
    span: resourceSpans[0]!.scopeSpans[0]!.spans[0]!,
  };
};

describe('OTLP as JSON', () => {
  it('has ids in hexadecimal, times in nanoseconds as text, kinds and status as numbers', () => {
    const { resource, span } = otlpOf(aSpan());
    expect(resource).toEqual({
      attributes: [
        { key: 'service.name', value: { stringValue: 'shop' } },
        { key: 'service.version', value: { stringValue: '1.2.3' } },
      ],
    });
    expect(span).toMatchObject({
      ...{ traceId: TRACE, spanId: SPAN, parentSpanId: 'c'.repeat(16), name: 'GET /', kind: 3 },
      startTimeUnixNano: expect.stringMatching(/^\d{16}000$/),
      status: { code: 2 },
      events: [{ name: 'retried', attributes: [{ key: 'attempt', value: { intValue: '2' } }] }],
      links: [{ traceId: 'd'.repeat(32), spanId: 'e'.repeat(16), attributes: [] }],
    });
    expect(Number(span['endTimeUnixNano'])).toBeGreaterThanOrEqual(Number(span['startTimeUnixNano']));
  });

  it.each([
    ['plain', { stringValue: 'plain' }],
    ['"quoted" \\ and\nbroken, ü, 𝄞', { stringValue: '"quoted" \\ and\nbroken, ü, 𝄞' }],
    ['a trap: \u0000 \u2028', { stringValue: 'a trap: \u0000 \u2028' }],
    [3, { intValue: '3' }],
    [0.5, { doubleValue: 0.5 }],
    [true, { boolValue: true }],
    [['a', 'b'], { arrayValue: { values: [{ stringValue: 'a' }, { stringValue: 'b' }] } }],
  ])('says %j', (value, said) => {
    expect(otlpOf(aSpan({ it: value as string })).span['attributes']).toEqual([{ key: 'it', value: said }]);
  });

  it('leaves out what is undefined, and marks what still runs', () => {
    expect(otlpOf(aSpan({ nothing: undefined })).span['attributes']).toEqual([]);
    expect(otlpOf(aSpan({}, false)).span['attributes']).toEqual([
      { key: UNFINISHED, value: { boolValue: true } },
    ]);
  });
});

describe('Zipkin’s JSON', () => {
  it('has tags as text, events as annotations, and the peer that a client calls', () => {
    const span = aSpan({ 'peer.service': 'bank', 'rpc.method': 'Pay', attempt: 2, 'error.type': 'TIMEOUT' });
    const [said] = JSON.parse(toZipkin([span], RESOURCE)) as Record<string, unknown>[];
    expect(said).toEqual({
      ...{ traceId: TRACE, id: SPAN, parentId: 'c'.repeat(16), name: 'GET /', kind: 'CLIENT' },
      timestamp: expect.any(Number),
      duration: expect.any(Number),
      localEndpoint: { serviceName: 'shop' },
      remoteEndpoint: { serviceName: 'bank' },
      tags: {
        ...{ 'peer.service': 'bank', 'rpc.method': 'Pay', attempt: '2' },
        ...{ 'error.type': 'TIMEOUT', error: 'TIMEOUT' },
      },
      annotations: [{ timestamp: expect.any(Number), value: 'retried' }],
    });
    expect(said!['duration']).toBeGreaterThan(0);
  });
});
