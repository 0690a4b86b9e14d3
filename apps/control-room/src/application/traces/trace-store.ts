import type { Span } from './span.ts';

export interface TraceSummary {
  traceId: string;
  /** Of the span that began first: the root, once it has arrived. */
  name: string;
  service: string;
  /** RFC 3339. */
  at: string;
  durationMs: number;
  services: string[];
  spans: number;
  failed: boolean;
}

/** Traces in memory, bounded by the number of their spans: the trace that began first goes first. */
export class TraceStore {
  private readonly traces = new Map<string, Map<string, Span>>();
  private count = 0;
  private readonly maximum: number;

  constructor(maximum: number) {
    this.maximum = maximum;
  }

  add(spans: readonly Span[]): void {
    for (const span of spans) {
      const trace = this.traces.get(span.traceId) ?? new Map<string, Span>();
      const known = trace.get(span.spanId);
      // An exporter that was not answered sends again: the same span counts once.
      if (!known) this.count++;
      if (!known?.finished) trace.set(span.spanId, span);
      this.traces.set(span.traceId, trace);
    }
    while (this.count > this.maximum) this.dropOldest();
  }

  /** In the order of their start. */
  find(traceId: string): Span[] {
    const spans = [...(this.traces.get(traceId)?.values() ?? [])];
    return spans.sort((left, right) => (BigInt(left.startUnixNano) < BigInt(right.startUnixNano) ? -1 : 1));
  }

  /** Of every trace that is kept. */
  all(): Span[] {
    return [...this.traces.values()].flatMap((trace) => [...trace.values()]);
  }

  /** The latest traces, those that began last first. */
  latest(limit: number): TraceSummary[] {
    return [...this.traces.keys()]
      .slice(-limit)
      .reverse()
      .map((traceId) => summaryOf(traceId, this.find(traceId)));
  }

  private dropOldest(): void {
    const [oldest] = this.traces.keys();
    if (oldest === undefined) return;
    this.count -= this.traces.get(oldest)!.size;
    this.traces.delete(oldest);
  }
}

function summaryOf(traceId: string, spans: Span[]): TraceSummary {
  const first = spans[0]!;
  const milliseconds = (span: Span): number => Number(BigInt(span.startUnixNano) / 1_000n) / 1_000;
  const end = Math.max(...spans.map((span) => milliseconds(span) + span.durationMs));
  return {
    ...{ traceId, name: first.name, service: first.service, spans: spans.length },
    at: new Date(milliseconds(first)).toISOString(),
    durationMs: end - milliseconds(first),
    services: [...new Set(spans.map(({ service }) => service))],
    failed: spans.some(({ status }) => status === 'error'),
  };
}
