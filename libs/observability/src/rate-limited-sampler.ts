import type { Sampler } from '@opentelemetry/sdk-trace';

// The values of SamplingDecision; the SDK's enum is not imported, so that this file stays free of it.
const DROP = 0;
const RECORD_AND_SAMPLE = 2;

/**
 * Records the first `perSecond` traces of each second (a token bucket of that size), so that every order of a person is
 * seen whole while a load test pays for some only. Jaeger calls it the rate-limiting sampler.
 */
export function rateLimitedSampler(perSecond: number, now: () => number = () => performance.now()): Sampler {
  let tokens = perSecond;
  let filledAt = now();
  return {
    shouldSample() {
      const time = now();
      tokens = Math.min(perSecond, tokens + ((time - filledAt) / 1000) * perSecond);
      filledAt = time;
      if (tokens < 1) return { decision: DROP };
      tokens -= 1;
      return { decision: RECORD_AND_SAMPLE };
    },
    toString: () => `RateLimitedSampler{${perSecond}/s}`,
  };
}
