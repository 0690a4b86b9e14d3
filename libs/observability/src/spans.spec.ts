import { context, propagation, trace } from '@opentelemetry/api';
import { AppError } from '@tradewind/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
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
  tracing = startTracing({ service: 'test', version: '0', url: undefined, tracesPerSecond: 1e6 });
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

  it.each([undefined, '', 'nonsense', '00-0-0-01'])(
    'begins a trace of its own for the traceparent %j',
    async (stored) => {
      await inSpan('later', { parent: withTraceparent(stored) }, async () => {
        expect(currentTraceId()).toMatch(/^[0-9a-f]{32}$/);
      });
      expect(linkTo(stored)).toEqual([]);
    },
  );

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
