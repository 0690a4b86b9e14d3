interface SpanEvent {
  name: string;
  at: string;
  attributes: Record<string, unknown>;
}

export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId: string | null;
  name: string;
  service: string;
  kind: string;
  /** Nanoseconds since 1970, as text: a number would lose its end. */
  startUnixNano: string;
  durationMs: number;
  status: 'unset' | 'ok' | 'error';
  attributes: Record<string, unknown>;
  events: SpanEvent[];
}
