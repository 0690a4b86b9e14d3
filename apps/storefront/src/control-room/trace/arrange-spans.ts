import type { Span } from '../../api/ops/traces.ts';

export interface ArrangedSpan {
  span: Span;
  depth: number;
  /** From the beginning of the trace. */
  startMs: number;
}

export interface ArrangedTrace {
  rows: ArrangedSpan[];
  totalMs: number;
}

const nanosecondsPerMillisecond = 1e6;

/** Parents above their children, siblings by time. A span whose parent is missing stands on its own. */
export function arrangeSpans(spans: Span[]): ArrangedTrace {
  const known = new Set(spans.map((span) => span.spanId));
  const children = Map.groupBy(spans, (span) => (isRoot(span, known) ? null : span.parentSpanId));
  const first = earliest(spans);
  const rows: ArrangedSpan[] = [];
  const place = (parent: string | null, depth: number) => {
    for (const span of (children.get(parent) ?? []).toSorted(byStart)) {
      rows.push({ span, depth, startMs: sinceFirst(span, first) });
      place(span.spanId, depth + 1);
    }
  };
  place(null, 0);
  return { rows, totalMs: Math.max(0, ...rows.map((row) => row.startMs + row.span.durationMs)) };
}

function isRoot(span: Span, known: Set<string>): boolean {
  return span.parentSpanId === null || !known.has(span.parentSpanId);
}

function earliest(spans: Span[]): bigint {
  const starts = spans.map((span) => BigInt(span.startUnixNano));
  return starts.reduce((least, start) => (start < least ? start : least), starts[0] ?? 0n);
}

function sinceFirst(span: Span, first: bigint): number {
  return Number(BigInt(span.startUnixNano) - first) / nanosecondsPerMillisecond;
}

function byStart(left: Span, right: Span): number {
  return Number(BigInt(left.startUnixNano) - BigInt(right.startUnixNano));
}
