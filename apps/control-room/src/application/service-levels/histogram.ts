import { serverSeries } from './server-series.ts';

/** A sample of the gateway's answers: totals since its start. */
export interface Sample {
  /** Milliseconds since 1970. */
  at: number;
  requests: number;
  /** Answers of 5xx. */
  failed: number;
  /** Cumulative counts by upper bound in seconds. */
  buckets: Map<number, number>;
  ordersPlaced: number;
}

/** Reads what the service levels need from Prometheus' text form. Live streams are left out: they last as long as they do. */
export function readSample(text: string, at: number): Sample {
  const sample: Sample = { at, requests: 0, failed: 0, buckets: new Map(), ordersPlaced: 0 };
  for (const { kind, labels, bound, value } of serverSeries(text)) {
    const route = labels['route'] ?? '';
    if (!route.startsWith('/api') || route.endsWith('/events')) continue;
    if (kind === 'bucket') {
      sample.buckets.set(bound, (sample.buckets.get(bound) ?? 0) + value);
      continue;
    }
    sample.requests += value;
    if (labels['status']?.startsWith('5')) sample.failed += value;
    const placed =
      route === '/api/orders' && labels['method'] === 'POST' && labels['status']?.startsWith('20');
    if (placed) sample.ordersPlaced += value;
  }
  return sample;
}

/** What happened between two samples; a restart in between makes the later one the whole. */
export function between(earlier: Sample | undefined, later: Sample): Sample {
  if (!earlier || earlier.requests > later.requests) return later;
  const buckets = new Map(
    [...later.buckets].map(([bound, count]) => [bound, count - (earlier.buckets.get(bound) ?? 0)]),
  );
  return {
    at: later.at - earlier.at,
    requests: later.requests - earlier.requests,
    failed: later.failed - earlier.failed,
    buckets,
    ordersPlaced: later.ordersPlaced - earlier.ordersPlaced,
  };
}

/** The quantile in milliseconds, interpolated inside its bucket as Prometheus does; 0 without requests. */
export function quantile(buckets: ReadonlyMap<number, number>, q: number): number {
  const sorted = [...buckets].sort(([left], [right]) => left - right);
  const total = sorted.at(-1)?.[1] ?? 0;
  let lower = 0;
  let below = 0;
  for (const [bound, count] of sorted) {
    if (total > 0 && count >= q * total) {
      if (bound === Infinity) return lower * 1000;
      const share = count === below ? 1 : (q * total - below) / (count - below);
      return (lower + (bound - lower) * share) * 1000;
    }
    lower = bound;
    below = count;
  }
  return 0;
}

/** The share of requests that were answered within `seconds`, which must be a bucket's bound. */
export function shareWithin(sample: Sample, seconds: number): number {
  return sample.requests === 0 ? 1 : (sample.buckets.get(seconds) ?? 0) / sample.requests;
}
