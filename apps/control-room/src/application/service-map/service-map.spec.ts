import { describe, expect, it } from 'vitest';
import type { Span } from '../traces/span.ts';
import { drawServiceMap } from './service-map.ts';

const NOW = 1_800_000_000_000;
let id = 0;

function span(service: string, kind: string, parent: Span | null, over: Partial<Span> = {}): Span {
  return {
    traceId: parent?.traceId ?? `trace-${id}`,
    spanId: `span-${id++}`,
    parentSpanId: parent?.spanId ?? null,
    name: 'x',
    ...{ service, kind },
    startUnixNano: `${NOW}000000`,
    durationMs: 10,
    status: 'unset',
    attributes: {},
    events: [],
    ...over,
  };
}

const grpc = { attributes: { 'rpc.system': 'grpc' } };

describe('the service map', () => {
  const request = span('gateway', 'server', null);
  const call = span('gateway', 'client', request, grpc);
  const handled = span('order', 'server', call, { ...grpc, durationMs: 4 });
  const failed = span('order', 'server', call, { ...grpc, durationMs: 8, status: 'error' });
  const sql = span('order', 'client', handled, { attributes: { 'db.system.name': 'postgresql' } });
  const produced = span('order', 'producer', handled);
  const consumed = span('notification', 'consumer', produced);
  const map = drawServiceMap([request, call, handled, failed, sql, produced, consumed], NOW - 1);

  it('is drawn from what was called, with how often, how quick and how well', () => {
    expect(map.edges).toEqual([
      expect.objectContaining({
        from: 'gateway',
        to: 'order',
        kind: 'grpc',
        calls: 2,
        errors: 1,
        p50Ms: 4,
        p99Ms: 8,
      }),
      expect.objectContaining({ from: 'order', to: 'notification', kind: 'event', calls: 1 }),
      expect.objectContaining({ from: 'order', to: 'order database', kind: 'sql' }),
      expect.objectContaining({ from: 'shoppers and operators', to: 'gateway', kind: 'http', errors: 0 }),
    ]);
    expect(map).toMatchObject({ traces: 1 });
  });

  it('tells services from databases and from who is outside', () => {
    const kinds = Object.fromEntries(map.nodes.map(({ name, kind }) => [name, kind]));
    expect(kinds).toEqual({
      'shoppers and operators': 'caller',
      gateway: 'service',
      order: 'service',
      notification: 'service',
      'order database': 'database',
    });
    const outside = span('payment', 'client', null);
    const provider = span('psp-simulator', 'server', outside);
    expect(drawServiceMap([outside, provider], 0).nodes).toContainEqual({
      name: 'psp-simulator',
      kind: 'external',
    });
  });

  it('leaves out what is old, and calls whose caller is not known', () => {
    expect(drawServiceMap([request, handled], NOW + 1).edges).toEqual([]);
    expect(drawServiceMap([handled], 0).edges).toEqual([]);
    expect(drawServiceMap([span('order', 'server', null, grpc)], 0).edges).toEqual([]);
  });
});
