import type { Span } from './span.ts';

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
      // An exporter that was not answered sends again: the same span counts once.
      if (!trace.has(span.spanId)) this.count++;
      trace.set(span.spanId, span);
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

  private dropOldest(): void {
    const [oldest] = this.traces.keys();
    if (oldest === undefined) return;
    this.count -= this.traces.get(oldest)!.size;
    this.traces.delete(oldest);
  }
}
