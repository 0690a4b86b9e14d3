interface SpanEvent {
  name: string;
  at: string;
  attributes: Record<string, unknown>;
}

/** To a span that this one belongs to besides its parent: each of a batch's events, an operator's request. */
interface SpanLink {
  traceId: string;
  spanId: string;
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
  links: SpanLink[];
  /** False: it ran when it was sent. If nothing follows, its process died. */
  finished: boolean;
}
