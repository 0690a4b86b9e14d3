import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../client.ts';

export interface Span {
  spanId: string;
  parentSpanId: string | null;
  name: string;
  service: string;
  kind: string;
  /** Nanoseconds since 1970; a string, because a number would lose its end. */
  startUnixNano: string;
  durationMs: number;
  status: 'unset' | 'ok' | 'error';
  attributes: Record<string, unknown>;
  events: { name: string; at: string; attributes: Record<string, unknown> }[];
}

export interface Trace {
  traceId: string;
  spans: Span[];
}

export function traceQuery(traceId: string) {
  return queryOptions({
    queryKey: ['ops', 'trace', traceId],
    queryFn: ({ signal }) => getJson<Trace>(`/ops/api/traces/${encodeURIComponent(traceId)}`, signal),
  });
}
