import { ROOT_CONTEXT, trace, type Context } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { describe, expect, it } from 'vitest';
import type { RecordedSpan } from './recorded-span.ts';
import { createRecording, type SamplerOptions } from './recording.ts';
import { createTracerProvider } from './tracer.ts';

function tracing(options: Partial<SamplerOptions> = {}) {
  const sent: RecordedSpan[] = [];
  const recording = createRecording({ sampler: 'always', perSecond: 0, share: 0, ...options }, (span) =>
    sent.push(span),
  );
  const tracer = createTracerProvider(recording).getTracer('test');
  const begin = (name: string, parent: Context = ROOT_CONTEXT) => {
    const span = tracer.startSpan(name, {}, parent);
    return { span, inside: trace.setSpan(parent, span) };
  };
  return { sent, begin, names: () => sent.map(({ name }) => name) };
}

const remote = (traceFlags: number): Context =>
  trace.setSpanContext(ROOT_CONTEXT, {
    ...{ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags },
    isRemote: true,
  });

describe('a tracer', () => {
  it('gives every span ids of its own, and its parent’s trace', () => {
    const { sent, begin } = tracing();
    const outer = begin('outer');
    begin('inner', outer.inside).span.end();
    outer.span.end();
    const [inner, root] = sent as [RecordedSpan, RecordedSpan];
    expect(root.spanContext().traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(inner.spanContext().traceId).toBe(root.spanContext().traceId);
    expect([root.parentSpanId, inner.parentSpanId]).toEqual([undefined, root.spanContext().spanId]);
    expect(inner.spanContext().spanId).not.toBe(root.spanContext().spanId);
  });

  it('follows a caller that records, and one that does not', () => {
    const { sent, begin } = tracing({ sampler: 'probability', share: 0 });
    begin('recorded', remote(1)).span.end();
    const unrecorded = begin('unrecorded', remote(0));
    unrecorded.span.end();
    expect(sent.map(({ name, parentSpanId }) => [name, parentSpanId])).toEqual([
      ['recorded', 'b'.repeat(16)],
    ]);
    // What is not recorded passes on what it was given.
    expect(unrecorded.span.spanContext()).toMatchObject({ spanId: 'b'.repeat(16), traceFlags: 0 });
  });

  it('gives also a trace that is not recorded an id, for problems and logs', () => {
    const { sent, begin } = tracing({ sampler: 'probability', share: 0 });
    const { span, inside } = begin('outer');
    expect(span.spanContext()).toMatchObject({
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      traceFlags: 0,
    });
    begin('inner', inside).span.end();
    span.end();
    expect(sent).toEqual([]);
  });

  it('makes nothing where tracing is suppressed', () => {
    const { sent, begin } = tracing();
    begin('loop', suppressTracing(ROOT_CONTEXT)).span.end();
    expect(sent).toEqual([]);
  });

  it('sends a span once, with what was set before its end', () => {
    const { sent, begin } = tracing();
    const { span } = begin('once');
    span.setAttribute('a', 1).setAttributes({ b: 'two' }).addEvent('seen', { c: true });
    span.recordException(new TypeError('ada@example.com is unknown'));
    span.end();
    span.end();
    expect(sent).toHaveLength(1);
    expect(sent[0]!.attributes).toEqual({ a: 1, b: 'two' });
    expect(sent[0]!.events!.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['seen', { c: true }],
      ['exception', { 'exception.type': 'TypeError' }],
    ]);
  });
});

describe('a tracer that decides at the end', () => {
  it('holds a trace back until its last span in this process has ended', () => {
    const { begin, names } = tracing({ sampler: 'adaptive', share: 1 });
    const outer = begin('request');
    const saga = begin('saga', outer.inside);
    outer.span.end();
    expect(names()).toEqual([]);
    saga.span.end();
    expect(names()).toEqual(['request', 'saga']);
  });

  it('keeps failed ones, and nothing of the rest', () => {
    const { begin, names } = tracing({ sampler: 'adaptive', share: 0, perSecond: 10 });
    const well = begin('well');
    well.span.end();
    const ill = begin('ill');
    begin('step', ill.inside).span.setStatus({ code: 2 }).end();
    ill.span.end();
    expect(names()).toEqual(['step', 'ill']);
  });

  it('keeps what the caller has decided to keep', () => {
    const { begin, names } = tracing({ sampler: 'adaptive', share: 0 });
    begin('kept', remote(1)).span.end();
    begin('ordinary', remote(0)).span.end();
    expect(names()).toEqual(['kept']);
  });
});
