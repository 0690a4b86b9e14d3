import { context, propagation, trace, type Span } from '@opentelemetry/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBatchSpan, inEventSpan, setEventRelation, type EventRelation } from './event-spans.ts';
import { startTracing, type Tracing } from './start-tracing.ts';
import type { RecordedSpan } from './tracing/recorded-span.ts';

let tracing: Tracing;

beforeAll(() => {
  tracing = startTracing({
    ...{ service: 'test', version: '0', url: undefined },
    ...{ sampler: 'always', perSecond: 0, share: 1 },
  });
});
afterAll(async () => {
  await tracing.shutdown();
  trace.disable();
  context.disable();
  propagation.disable();
});

const event = (digit: string) => ({
  traceparent: `00-${digit.repeat(32)}-${digit.repeat(16)}-01`,
});
const active = (): RecordedSpan => trace.getActiveSpan() as Span & RecordedSpan;
/** The trace that a span is in, its parent, and the traces that it is linked to, each by its first digit. */
const tieOf = (span: RecordedSpan) => ({
  parent: span.parentSpanId?.[0],
  links: (span.links ?? []).map((link) => link.context.traceId[0]),
});

async function handle(relation: EventRelation, events: { traceparent: string }[]) {
  setEventRelation(relation);
  const seen: { batch?: RecordedSpan; events: RecordedSpan[] } = { events: [] };
  await inBatchSpan('process events', 'CONSUMER', events, {}, async () => {
    seen.batch = active();
    for (const it of events)
      await inEventSpan('process', it, events.length, {}, async () => void seen.events.push(active()));
  });
  return { batch: seen.batch!, events: seen.events };
}

const traceIdOf = (span: RecordedSpan): string => span.spanContext().traceId;

describe('the handling of an event', () => {
  it('is a child of its cause: parent', async () => {
    const { batch, events } = await handle('parent', [event('a')]);
    expect(tieOf(batch)).toEqual({ parent: 'a', links: [] });
    expect(traceIdOf(batch)).toBe('a'.repeat(32));
    expect(events[0]!.parentSpanId).toBe(batch.spanContext().spanId);
  });

  it('is a trace of its own with a link to its cause: link', async () => {
    const { batch, events } = await handle('link', [event('a')]);
    expect(tieOf(batch)).toEqual({ parent: undefined, links: ['a'] });
    expect(traceIdOf(batch)).not.toBe('a'.repeat(32));
    expect(events[0]!.parentSpanId).toBe(batch.spanContext().spanId);
  });
});

describe('a batch of events', () => {
  it('belongs to nobody and is linked to each; its events go on in their own traces: parent', async () => {
    const { batch, events } = await handle('parent', [event('a'), event('b')]);
    expect(tieOf(batch)).toEqual({ parent: undefined, links: ['a', 'b'] });
    expect(events.map((span) => [traceIdOf(span)[0], span.parentSpanId?.[0]])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
    expect(events.map((span) => span.links?.[0]?.context.spanId)).toEqual(
      events.map(() => batch.spanContext().spanId),
    );
  });

  it('holds its events, each with a link to its cause: link', async () => {
    const { batch, events } = await handle('link', [event('a'), event('b')]);
    expect(events.map((span) => span.parentSpanId)).toEqual(events.map(() => batch.spanContext().spanId));
    expect(events.map((span) => tieOf(span).links)).toEqual([['a'], ['b']]);
  });
});
