import { choice, duration, integer, ratio, type Setting } from '@tradewind/config';
import type { BackoffShape, Jitter } from './backoff.ts';
import type { PolicySettings } from './policy.ts';

/** What a policy is set by. Durations are milliseconds, shares 0 to 1. */
interface PolicyValues {
  deadline: number;
  attemptTimeout: number;
  attempts: number;
  retryBackoff: BackoffShape;
  retryJitter: Jitter;
  retryInitial: number;
  retryMaximum: number;
  budgetRatio: number;
  budgetBurst: number;
  limit: number;
  queue: number;
  minimumCalls: number;
  failureRate: number;
  breakerWindow: number;
  consecutiveFailures: number;
  slowCall: number;
  slowRate: number;
  openFor: number;
  probes: number;
  probesToClose: number;
  hedgeQuantile: number;
  hedgeMinimum: number;
}

type Declarations = { [Name in keyof PolicyValues]: Setting<PolicyValues[Name]> };

/** For a call inside the system. */
const DEFAULTS: Omit<PolicyValues, 'slowCall'> = {
  deadline: 5_000,
  attemptTimeout: 2_000,
  attempts: 3,
  retryBackoff: 'exponential',
  retryJitter: 'full',
  retryInitial: 50,
  retryMaximum: 1_000,
  budgetRatio: 0.1,
  budgetBurst: 20,
  limit: 256,
  queue: 1_024,
  minimumCalls: 20,
  failureRate: 0.5,
  breakerWindow: 10_000,
  consecutiveFailures: 30,
  slowRate: 0.9,
  openFor: 3_000,
  probes: 2,
  probesToClose: 3,
  hedgeQuantile: 0,
  hedgeMinimum: 20,
};
// Slower than this, an attempt is nearer to its timeout than to an answer.
const SLOW_SHARE = 0.75;

/**
 * The settings of one policy, as environment variables `<PREFIX>_DEADLINE_MS` and so on. Defaults are for a call inside the
 * system; a slow call is by default one that takes three quarters of the attempt timeout.
 */
export function policySettings(prefix: string, own: Partial<PolicyValues> = {}) {
  const defaults = { ...DEFAULTS, ...own };
  const slowCall = own.slowCall ?? Math.round(defaults.attemptTimeout * SLOW_SHARE);
  const declarations = declare(prefix, { ...defaults, slowCall });
  return { declarations, toPolicy };
}

function declare(prefix: string, it: PolicyValues): Declarations {
  const milliseconds = (name: string, meaning: string, value: number) =>
    duration(`${prefix}_${name}_MS`, meaning, value);
  const count = (name: string, meaning: string, value: number) =>
    integer(`${prefix}_${name}`, meaning, value);
  const share = (name: string, meaning: string, value: number) => ratio(`${prefix}_${name}`, meaning, value);
  return {
    deadline: milliseconds('DEADLINE', 'For all attempts together.', it.deadline),
    attemptTimeout: milliseconds('ATTEMPT_TIMEOUT', 'For one attempt.', it.attemptTimeout),
    attempts: count('ATTEMPTS', 'Tries in all; 1 means no retry.', it.attempts),
    retryBackoff: choice(
      `${prefix}_RETRY_BACKOFF`,
      ['fixed', 'exponential', 'decorrelated'],
      'How waits between attempts grow.',
      it.retryBackoff,
    ),
    retryJitter: choice(
      `${prefix}_RETRY_JITTER`,
      ['full', 'equal', 'none'],
      'How much of a wait is chance: all, half, nothing.',
      it.retryJitter,
    ),
    retryInitial: milliseconds('RETRY_INITIAL', 'Before the second attempt, at most.', it.retryInitial),
    retryMaximum: milliseconds('RETRY_MAXIMUM', 'No wait is longer.', it.retryMaximum),
    budgetRatio: share('RETRY_BUDGET_RATIO', 'Retries for each call, in the long run.', it.budgetRatio),
    budgetBurst: count('RETRY_BUDGET_BURST', 'Retries that may be saved up.', it.budgetBurst),
    limit: count('BULKHEAD', 'Calls at the same time.', it.limit),
    queue: count('BULKHEAD_QUEUE', 'Calls that may wait for a place.', it.queue),
    minimumCalls: count('BREAKER_CALLS', 'Calls before the breaker judges by rates.', it.minimumCalls),
    failureRate: share('BREAKER_RATE', 'Share of failures that opens it.', it.failureRate),
    breakerWindow: milliseconds('BREAKER_WINDOW', 'How far it looks back.', it.breakerWindow),
    consecutiveFailures: count(
      'BREAKER_CONSECUTIVE',
      'Failures in a row that open it; 0: never.',
      it.consecutiveFailures,
    ),
    slowCall: milliseconds('BREAKER_SLOW', 'A call that takes longer is slow; 0: none is.', it.slowCall),
    slowRate: share('BREAKER_SLOW_RATE', 'Share of slow calls that opens it.', it.slowRate),
    openFor: milliseconds('BREAKER_OPEN', 'How long it stays open.', it.openFor),
    probes: count('BREAKER_PROBES', 'Probes at the same time, then.', it.probes),
    probesToClose: count('BREAKER_CLOSE_AFTER', 'Good probes that close it.', it.probesToClose),
    hedgeQuantile: share(
      'HEDGE_QUANTILE',
      'Reads slower than this share of others are sent twice; 0: none.',
      it.hedgeQuantile,
    ),
    hedgeMinimum: milliseconds('HEDGE_MINIMUM', 'A second copy is not sent earlier.', it.hedgeMinimum),
  };
}

function toPolicy(values: PolicyValues): PolicySettings {
  return {
    deadline: values.deadline,
    attemptTimeout: values.attemptTimeout,
    retry: {
      attempts: Math.max(1, values.attempts),
      initial: values.retryInitial,
      maximum: values.retryMaximum,
      backoff: values.retryBackoff,
      jitter: values.retryJitter,
    },
    budget: { ratio: values.budgetRatio, burst: values.budgetBurst },
    breaker: {
      failureRate: values.failureRate,
      minimumCalls: values.minimumCalls,
      window: values.breakerWindow,
      openFor: values.openFor,
      consecutiveFailures: values.consecutiveFailures,
      slowCall: values.slowCall,
      slowRate: values.slowRate,
      probes: Math.max(1, values.probes),
      probesToClose: Math.max(1, values.probesToClose),
    },
    bulkhead: { limit: values.limit, queue: values.queue },
    ...(values.hedgeQuantile > 0
      ? { hedge: { quantile: values.hedgeQuantile, minimumDelay: values.hedgeMinimum } }
      : {}),
  };
}
