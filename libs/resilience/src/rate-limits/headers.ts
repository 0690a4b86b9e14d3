import type { RateLimitDecision, RateLimitRule } from './rule.ts';

/**
 * HTTP headers of an answer: `RateLimit-Policy`, `RateLimit`, and `Retry-After` with a refusal. Times are in seconds, rounded up.
 * Sources: draft-ietf-httpapi-ratelimit-headers-10, sections 3 and 4; RFC 9110, section 10.2.3.
 */
export function rateLimitHeaders(rule: RateLimitRule, decision: RateLimitDecision): Record<string, string> {
  const { limit, remaining, resetAfter, retryAfter, allowed } = decision;
  return {
    'ratelimit-policy': `"${rule.name}";q=${limit};w=${seconds(rule.window)}`,
    ratelimit: `"${rule.name}";r=${remaining};t=${seconds(allowed ? resetAfter : retryAfter)}`,
    ...(allowed ? {} : { 'retry-after': String(Math.max(1, seconds(retryAfter))) }),
  };
}

const seconds = (milliseconds: number): number => Math.ceil(milliseconds / 1_000);
