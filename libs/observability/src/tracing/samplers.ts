import type { Link } from '@opentelemetry/api';

/** What is known when a trace begins in this process. */
interface NewTrace {
  traceId: string;
  links: readonly Link[];
}

/** Decides at its beginning whether a trace is recorded. Traces that a caller began follow the caller. */
export type HeadSampler = (trace: NewTrace) => boolean;

export const always: HeadSampler = () => true;

/**
 * Records this share of all traces (0 to 1), told by the trace's id: every process that asks decides the same. Source:
 * OpenTelemetry, "TraceState: Probability Sampling": recorded when the id's last 56 bits are not below the threshold.
 */
export function probability(share: number): HeadSampler {
  const threshold = (1 - share) * 2 ** 56;
  return share <= 0 ? () => false : ({ traceId }) => parseInt(traceId.slice(18), 16) >= threshold;
}

/**
 * Records the first `perSecond` traces of each second (a token bucket of that size), so that every order of a person is
 * seen whole while a load test pays for some only. Jaeger calls it the rate-limiting sampler.
 */
export function rateLimited(perSecond: number, now: () => number = () => performance.now()): HeadSampler {
  const take = tokenBucket(perSecond, now);
  return () => take();
}

/** Says yes `perSecond` times in a second, and saves up no more than one second's. */
export function tokenBucket(perSecond: number, now: () => number = () => performance.now()): () => boolean {
  let tokens = perSecond;
  let filledAt = now();
  return () => {
    const time = now();
    tokens = Math.min(perSecond, tokens + ((time - filledAt) / 1000) * perSecond);
    filledAt = time;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

const SAMPLED = 1;

/** Work for many at once is recorded when one of them is, and costs nothing of the limit; anything else is asked for. */
export function followLinks(otherwise: HeadSampler): HeadSampler {
  return (trace) =>
    trace.links.length > 0
      ? trace.links.some(({ context }) => (context.traceFlags & SAMPLED) !== 0)
      : otherwise(trace);
}
