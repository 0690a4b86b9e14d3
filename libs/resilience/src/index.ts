export { jitteredBackoff, type BackoffSettings } from './backoff.ts';
export { createBulkhead, type Bulkhead, type BulkheadSettings } from './bulkhead.ts';
export {
  createCircuitBreaker,
  type BreakerSettings,
  type BreakerState,
  type CircuitBreaker,
} from './circuit-breaker.ts';
export { deadlineSignal, remainingMilliseconds, withDeadline, withoutDeadline } from './deadline.ts';
export { withFallback } from './fallback.ts';
export {
  createPolicy,
  type ExecuteOptions,
  type Policy,
  type PolicySettings,
  type PolicySnapshot,
} from './policy.ts';
export { allPolicies } from './registry.ts';
export { retry, type RetrySettings } from './retry.ts';
export { policySettings } from './settings.ts';
export { pause } from './pause.ts';
