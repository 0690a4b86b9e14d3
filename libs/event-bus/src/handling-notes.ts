import { metrics, type Logger } from '@tradewind/observability';
import type { StoredEvent } from './event.ts';

export const handled = metrics.counter('events_handled_total', 'Events handled, by type and outcome.', [
  'type',
  'outcome',
]);
const lag = metrics.histogram('event_lag_seconds', 'Time from an event to the end of its handling.');

/** Counts an event as handled. */
export function noteHandled({ type, occurredAt }: StoredEvent): void {
  handled.inc({ type, outcome: 'ok' });
  lag.observe(Math.max(0, Date.now() - Date.parse(occurredAt)) / 1000);
}

/** Says that an event failed once more. */
export function noteFailure(
  logger: Logger,
  event: StoredEvent,
  error: unknown,
  attempt: number,
  retryable: boolean,
): void {
  const { id: eventId, type } = event;
  logger.warn({ err: error, eventId, type, attempt }, 'an event could not be handled');
  handled.inc({ type, outcome: retryable ? 'retried' : 'failed' });
}

/** Says that an event was left to an operator. */
export function noteParked(logger: Logger, { id: eventId, type }: StoredEvent): void {
  logger.error({ notable: true, eventId, type }, `parked ${type} as a dead letter`);
  handled.inc({ type, outcome: 'parked' });
}
