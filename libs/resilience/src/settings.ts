import { duration, integer, ratio, type Setting } from '@tradewind/config';
import type { PolicySettings } from './policy.ts';

type PolicyDeclarations = Record<
  'deadline' | 'attemptTimeout' | 'attempts' | 'limit' | 'queue' | 'minimumCalls' | 'openFor' | 'failureRate',
  Setting<number>
>;

/** The settings of one policy, as environment variables `<PREFIX>_DEADLINE_MS` and so on, with defaults for a call inside the system. */
export function policySettings(
  prefix: string,
  defaults: Partial<Record<keyof PolicyDeclarations, number>> = {},
) {
  const declarations: PolicyDeclarations = {
    deadline: duration(`${prefix}_DEADLINE_MS`, 'For all attempts together.', defaults.deadline ?? 5_000),
    attemptTimeout: duration(
      `${prefix}_ATTEMPT_TIMEOUT_MS`,
      'For one attempt.',
      defaults.attemptTimeout ?? 2_000,
    ),
    attempts: integer(`${prefix}_ATTEMPTS`, 'Tries in all; 1 means no retry.', defaults.attempts ?? 3),
    limit: integer(`${prefix}_BULKHEAD`, 'Calls at the same time.', defaults.limit ?? 256),
    queue: integer(`${prefix}_BULKHEAD_QUEUE`, 'Calls that may wait for a place.', defaults.queue ?? 1_024),
    minimumCalls: integer(
      `${prefix}_BREAKER_CALLS`,
      'Calls before the breaker judges.',
      defaults.minimumCalls ?? 20,
    ),
    failureRate: ratio(
      `${prefix}_BREAKER_RATE`,
      'Share of failures that opens it.',
      defaults.failureRate ?? 0.5,
    ),
    openFor: duration(`${prefix}_BREAKER_OPEN_MS`, 'How long it stays open.', defaults.openFor ?? 3_000),
  };
  const toPolicy = (values: Record<keyof PolicyDeclarations, number>): PolicySettings => ({
    deadline: values.deadline,
    attemptTimeout: values.attemptTimeout,
    retry: { attempts: Math.max(1, values.attempts), initial: 50, maximum: 1_000 },
    breaker: {
      failureRate: values.failureRate,
      minimumCalls: values.minimumCalls,
      window: 10_000,
      openFor: values.openFor,
    },
    bulkhead: { limit: values.limit, queue: values.queue },
  });
  return { declarations, toPolicy };
}
