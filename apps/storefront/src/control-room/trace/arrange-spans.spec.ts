import { expect, it } from 'vitest';
import type { Span } from '../../api/ops/traces.ts';
import { arrangeSpans } from './arrange-spans.ts';

function aSpan(spanId: string, parentSpanId: string | null, startMs: number, durationMs: number): Span {
  const startUnixNano = String(1_700_000_000_000_000_000n + BigInt(Math.round(startMs * 1e6)));
  const plain = {
    name: spanId,
    service: 'order',
    kind: 'internal',
    status: 'ok' as const,
    attributes: {},
    events: [],
  };
  return { ...plain, spanId, parentSpanId, startUnixNano, durationMs };
}

it('puts children below their parent, by time', () => {
  const { rows, totalMs } = arrangeSpans([
    aSpan('late', 'root', 3, 4),
    aSpan('root', null, 0, 5),
    aSpan('leaf', 'early', 1.5, 0.25),
    aSpan('early', 'root', 1, 1),
  ]);
  expect(rows.map((row) => [row.span.spanId, row.depth, row.startMs])).toEqual([
    ['root', 0, 0],
    ['early', 1, 1],
    ['leaf', 2, 1.5],
    ['late', 1, 3],
  ]);
  expect(totalMs).toBe(7);
});

it('lets a span with a lost parent stand on its own', () => {
  expect(arrangeSpans([aSpan('orphan', 'gone', 0, 1)]).rows.map((row) => row.depth)).toEqual([0]);
});

it('makes nothing of nothing', () => {
  expect(arrangeSpans([])).toEqual({ rows: [], totalMs: 0 });
});
