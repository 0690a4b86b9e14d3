import { setTimeout as wait } from 'node:timers/promises';
import type { Measure } from './judge.ts';
import { fill, QUERIES, selectorOf, type Queries } from './plan.ts';

/** Prometheus could not be asked, after three tries. */
class PrometheusLost extends Error {
  override readonly name = 'PrometheusLost';
}

interface Response {
  status: string;
  error?: string;
  data?: { result: { value: [number, string] }[] };
}

const TRIES = 3;

/** One number, or undefined when there is none to be had. @throws PrometheusLost */
async function query(base: string, text: string, signal: AbortSignal): Promise<number | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await queryOnce(base, text, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (attempt === TRIES) throw new PrometheusLost(`Prometheus is lost: ${reasonOf(error)}`);
      await wait(1_000, undefined, { signal });
    }
  }
}

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
};

/** https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries */
async function queryOnce(base: string, text: string, signal: AbortSignal): Promise<number | undefined> {
  const answer = await fetch(new URL('/api/v1/query', base), {
    method: 'POST',
    body: new URLSearchParams({ query: text }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
  });
  const { status, error, data } = (await answer.json()) as Response;
  if (status !== 'success') throw new Error(error ?? `it answers ${answer.status}`);
  const value = Number(data!.result[0]?.value[1] ?? NaN);
  return Number.isNaN(value) ? undefined : value;
}

export interface Pods {
  namespace: string;
  service: string;
  version: string;
}

/**
 * How one version did.
 * @param seconds that are looked back
 * @throws PrometheusLost
 */
export async function measure(
  base: string,
  queries: Queries,
  { namespace, service, version }: Pods,
  seconds: number,
  signal: AbortSignal,
): Promise<Measure> {
  const selector = selectorOf(namespace, service, version);
  const [pods, requests, errorRate, p99] = await Promise.all(
    QUERIES.map((name) => query(base, fill(queries[name], selector, `${seconds}s`), signal)),
  );
  return { pods: pods ?? 0, requests: requests ?? 0, errorRate, p99 };
}
