export {
  jitteredBackoff,
  waitAfter,
  type BackoffSettings,
  type BackoffShape,
  type Jitter,
  type WaitSettings,
} from './backoff.ts';
export { createBulkhead, type Bulkhead, type BulkheadSettings } from './bulkhead.ts';
export { incomingCall, outgoingCall, withoutDeadline, type IncomingCall } from './call-context.ts';
export {
  createCircuitBreaker,
  type BreakerReason,
  type BreakerSettings,
  type BreakerState,
  type CircuitBreaker,
} from './circuit-breaker.ts';
export { deadlineSignal, remainingMilliseconds, withDeadline } from './deadline.ts';
export { withFallback } from './fallback.ts';
export { createHedge, type Hedge, type HedgeSettings } from './hedge.ts';
export { createPolicy, type ExecuteOptions, type Policy, type PolicySettings } from './policy.ts';
export type { PolicySnapshot } from './policy-snapshot.ts';
export { allPolicies, guardSnapshots, type GuardSnapshot } from './registry.ts';
export { createRetryBudget, type RetryBudget, type RetryBudgetSettings } from './retry-budget.ts';
export { retry, type RetrySettings } from './retry.ts';
export { policySettings } from './settings.ts';
export { pause } from './pause.ts';
