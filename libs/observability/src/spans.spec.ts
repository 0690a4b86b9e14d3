import { context, propagation, trace, type Context } from '@opentelemetry/api';
import { AppError } from '@tradewind/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  callerTraceparent,
  continuing,
  currentTraceId,
  currentTraceparent,
  inSpan,
  linkTo,
  withTraceparent,
  withoutTracing,
} from './spans.ts';
import { startTracing, type Tracing } from './start-tracing.ts';

let tracing: Tracing;
const REMOTE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

beforeAll(() => {
  tracing = startTracing({
    service: 'test',
    version: '0',
    url: undefined,
    sampler: 'always',
    perSecond: 0,
    share: 1,
  });
});
afterAll(async () => {
  await tracing.shutdown();
  trace.disable();
  context.disable();
  propagation.disable();
});

describe('a span', () => {
  it('is the active one inside, also across awaits, and not outside', async () => {
    expect(currentTraceId()).toBeUndefined();
    await inSpan('outer', {}, async (outer) => {
      const { traceId, spanId } = outer.spanContext();
      await new Promise((resolve) => setImmediate(resolve));
      expect(currentTraceparent()).toBe(`00-${traceId}-${spanId}-01`);
      await inSpan('inner', {}, async (inner) => {
        expect(inner.spanContext().traceId).toBe(traceId);
        expect(inner.spanContext().spanId).not.toBe(spanId);
      });
      expect(currentTraceparent()).toContain(spanId);
    });
    expect(currentTraceparent()).toBeUndefined();
  });

  it('continues the trace of a stored traceparent', async () => {
    await inSpan('later', { parent: withTraceparent(REMOTE) }, async () => {
      expect(currentTraceId()).toBe('0af7651916cd43dd8448eb211c80319c');
      expect(currentTraceparent()).not.toBe(REMOTE);
    });
    expect(linkTo(REMOTE).map((link) => link.context.spanId)).toEqual(['b7ad6b7169203331']);
  });

  it.each([
    ...[undefined, '', 'nonsense', '00-0-0-01', `ff${REMOTE.slice(2)}`, `${REMOTE}-more`],
    ...[REMOTE.toUpperCase(), `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`],
  ])('begins a trace of its own for the traceparent %j', async (stored) => {
    await inSpan('later', { parent: withTraceparent(stored) }, async () => {
      expect(currentTraceId()).toMatch(/^[0-9a-f]{32}$/);
    });
    expect(linkTo(stored)).toEqual([]);
  });

  it('reads the traceparent of a later version, which may have more at its end', async () => {
    await inSpan('later', { parent: withTraceparent(`cc${REMOTE.slice(2)}-more`) }, async () =>
      expect(currentTraceId()).toBe('0af7651916cd43dd8448eb211c80319c'),
    );
  });

  it('can be asked for the caller’s span, which outlives this process', async () => {
    await inSpan('served', { parent: withTraceparent(REMOTE) }, async () => {
      await inSpan('inner', {}, async () => expect(callerTraceparent()).toBe(REMOTE));
    });
    await inSpan('root', {}, async () => expect(callerTraceparent()).toBe(currentTraceparent()));
    expect(callerTraceparent()).toBeUndefined();
  });

  it('goes on with stored work where it was left, linked with whoever lets it go on', async () => {
    const traceOf = ({ parent }: { parent?: Context }) => trace.getSpanContext(parent!)?.traceId;
    expect(traceOf(continuing(REMOTE))).toBe('0af7651916cd43dd8448eb211c80319c');
    expect(continuing(REMOTE).links).toBeUndefined();
    await inSpan('operator', {}, async (operator) => {
      const { spanId, traceId } = operator.spanContext();
      expect(traceOf(continuing(REMOTE))).toBe('0af7651916cd43dd8448eb211c80319c');
      expect(continuing(REMOTE).links?.map((link) => link.context.traceId)).toEqual([traceId]);
      // The same trace: inside the active span, and nothing to link.
      const own = continuing(`00-${traceId}-${'c'.repeat(16)}-01`);
      expect(trace.getSpanContext(own.parent!)?.spanId).toBe(spanId);
      expect(own.links).toBeUndefined();
    });
  });

  it('passes errors on, and notes their code but never their text', async () => {
    const noted: unknown[] = [];
    const failing = inSpan('failing', {}, async (span) => {
      span.setAttribute = ((key: string, value: unknown) => noted.push([key, value])) as never;
      span.recordException = ((error: unknown) => noted.push(error)) as never;
      throw new AppError('refused', 'SOME.CODE', 'mail ada@example.com');
    });
    await expect(failing).rejects.toMatchObject({ code: 'SOME.CODE' });
    expect(noted).toEqual([['error.type', 'SOME.CODE']]);
  });

  it('is not made by background work', async () => {
    await withoutTracing(() => inSpan('loop', {}, async (span) => expect(span.isRecording()).toBe(false)));
  });
});
