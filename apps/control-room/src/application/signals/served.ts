import { serverSeries } from '../service-levels/server-series.ts';

/** What a process has served since its start, by its own metrics. */
export interface Served {
  /** Milliseconds since 1970. */
  at: number;
  requests: number;
  /** Those that failed for a reason of ours: 5xx, or the codes of gRPC that stand for them. */
  failed: number;
  /** Cumulative counts by upper bound in seconds. */
  buckets: Map<number, number>;
  /** Seconds of CPU. */
  cpu: number;
}

const CPU = /^process_cpu_seconds_total ([\d.e+-]+)$/m;
const OUR_FAULT = new Set(['UNKNOWN', 'INTERNAL', 'UNAVAILABLE', 'DEADLINE_EXCEEDED', 'DATA_LOSS']);
/** They last as long as somebody listens. */
const LIVE = /\/(events|stream)$/;

/** Reads what the signals need from Prometheus' text form. */
export function readServed(text: string, at: number): Served {
  const served: Served = { at, requests: 0, failed: 0, buckets: new Map(), cpu: 0 };
  for (const { kind, labels, bound, value: count } of serverSeries(text)) {
    if (LIVE.test(labels['route'] ?? '')) continue;
    if (kind === 'bucket') {
      served.buckets.set(bound, (served.buckets.get(bound) ?? 0) + count);
    } else {
      served.requests += count;
      if (labels['status']?.startsWith('5') || OUR_FAULT.has(labels['code'] ?? '')) served.failed += count;
    }
  }
  served.cpu = Number(CPU.exec(text)?.[1] ?? 0);
  return served;
}
