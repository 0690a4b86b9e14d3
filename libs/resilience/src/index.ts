export {
  jitteredBackoff,
  waitAfter,
  type BackoffSettings,
  type BackoffShape,
  type Jitter,
  type WaitSettings,
} from './backoff.ts';
export { createBulkhead, type Bulkhead, type BulkheadSettings } from './bulkhead.ts';
export {
  incomingCall,
  outgoingCall,
  whileWaiting,
  withoutDeadline,
  type IncomingCall,
} from './call-context.ts';
export {
  createCircuitBreaker,
  type BreakerReason,
  type BreakerSettings,
  type BreakerState,
  type CircuitBreaker,
} from './circuit-breaker.ts';
export { DEADLINE_HEADER, deadlineHeaders, withDeadlineHeader } from './deadline-header.ts';
export { deadlineSignal, remainingMilliseconds, withDeadline } from './deadline.ts';
export { withFallback } from './fallback.ts';
export { createHedge, type Hedge, type HedgeSettings } from './hedge.ts';
export { createPolicy, type ExecuteOptions, type Policy, type PolicySettings } from './policy.ts';
export type { PolicySnapshot } from './policy-snapshot.ts';
export {
  createLoadShedder,
  type LoadShedder,
  type LoadShedderSettings,
  type Priority,
} from './load-shedder.ts';
export { rateLimitHeaders } from './rate-limits/headers.ts';
export { createRateLimiter, type RateLimiter } from './rate-limits/limiter.ts';
export { memoryRateLimits } from './rate-limits/memory-store.ts';
export type { RateLimitAlgorithm, RateLimitDecision, RateLimitRule } from './rate-limits/rule.ts';
export { RATE_LIMIT_TABLE } from './rate-limits/shared-store.sql.ts';
export { removeUnusedKeys, sharedRateLimits, type QueryFunction } from './rate-limits/shared-store.ts';
export type { RateLimitStore } from './rate-limits/store.ts';
export {
  createStaleCache,
  type CachedAnswer,
  type StaleCache,
  type StaleCacheSettings,
} from './stale-cache.ts';
export { allPolicies, guardSnapshots, type GuardSnapshot } from './registry.ts';
export { createRetryBudget, type RetryBudget, type RetryBudgetSettings } from './retry-budget.ts';
export { retry, type RetrySettings } from './retry.ts';
export { policySettings } from './settings.ts';
export { pause } from './pause.ts';
