import { trace } from '@opentelemetry/api';
import { metrics } from '@tradewind/observability';
import type { BreakerReason, BreakerState } from './circuit-breaker.ts';

/** What a policy has counted since its process began. */
export interface PolicyCounts {
  /** Calls that were answered (also with a no), failed, or were refused by our own guards before the dependency was asked. */
  ok: number;
  failed: number;
  rejected: number;
  /** Calls that were begun. */
  total: number;
  /** Attempts after the first. */
  retried: number;
  /** Second copies of slow reads. */
  hedged: number;
}

const STATE_NUMBER: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 };

const callsTotal = metrics.counter('resilience_calls_total', 'Calls by policy and outcome.', [
  'policy',
  'outcome',
]);
const retriesTotal = metrics.counter('resilience_retries_total', 'Attempts after the first.', ['policy']);
const hedgesTotal = metrics.counter('resilience_hedges_total', 'Second copies of slow reads.', ['policy']);
const refusedRetries = metrics.counter(
  'resilience_retries_refused_total',
  'Retries that the retry budget did not allow.',
  ['policy'],
);
const breakerState = metrics.gauge('resilience_breaker_state', '0 closed, 1 half-open, 2 open.', ['policy']);
const breakerChanges = metrics.counter(
  'resilience_breaker_changes_total',
  'Changes of state of circuit breakers.',
  ['policy', 'state', 'reason'],
);

type Series = { inc(labels: object, value: number): void };

/**
 * Brings a policy's counts into the process's metrics when these are read, by differences: a call itself only adds to a number,
 * because looking up a labelled counter costs as much as the rest of a policy.
 */
export function publishCounts(policy: string, counts: PolicyCounts, refused: () => number): void {
  const known: [Series, object, () => number][] = [
    [callsTotal, { policy, outcome: 'ok' }, () => counts.ok],
    [callsTotal, { policy, outcome: 'failed' }, () => counts.failed],
    [callsTotal, { policy, outcome: 'rejected' }, () => counts.rejected],
    [retriesTotal, { policy }, () => counts.retried],
    [hedgesTotal, { policy }, () => counts.hedged],
    [refusedRetries, { policy }, refused],
  ];
  for (const [series, labels, value] of known) onRead(series, labels, value);
  breakerState.set({ policy }, 0);
}

const readers = new Map<Series, (() => void)[]>();

function onRead(series: Series, labels: object, value: () => number): void {
  let told = 0;
  const tell = (): void => {
    const now = value();
    if (now > told) series.inc(labels, now - told);
    told = now;
  };
  const own = readers.get(series) ?? [];
  own.push(tell);
  readers.set(series, own);
  (series as { collect?: () => void }).collect = () => own.forEach((it) => it());
}

export function tellBreaker(policy: string, state: BreakerState, reason: BreakerReason): void {
  breakerState.set({ policy }, STATE_NUMBER[state]);
  breakerChanges.inc({ policy, state, reason });
  tell('resilience.breaker', { 'resilience.policy': policy, 'resilience.state': state, reason });
}

export function tellRetry(policy: string, attempt: number, wait: number): void {
  tell('resilience.retry', {
    'resilience.policy': policy,
    'resilience.attempt': attempt,
    'resilience.wait_ms': Math.round(wait),
  });
}

/** @param code of the error, such as CIRCUIT_OPEN */
export function tellRejection(policy: string, code: string): void {
  tell('resilience.rejected', { 'resilience.policy': policy, 'error.code': code });
}

function tell(event: string, attributes: Record<string, string | number>): void {
  trace.getActiveSpan()?.addEvent(event, attributes);
}
