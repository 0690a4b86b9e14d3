import type { Transaction } from '@tradewind/database';
import { isAppError } from '@tradewind/kernel';
import { metrics, type Logger } from '@tradewind/observability';
import { jitteredBackoff, pause } from '@tradewind/resilience';
import { park } from './dead-letters.ts';
import type { StoredEvent } from './event.ts';
import type { EventLog, LogRecord } from './event-log.ts';
import { handleOne } from './handle-one.ts';
import { receive } from './inbox.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface Consumer {
  stop(): Promise<void>;
}

/** Runs work in one transaction; `context` is what handlers use, `sql` is the same transaction for the inbox. */
type Transact<Context> = (work: (context: Context, sql: Transaction) => Promise<void>) => Promise<void>;

export interface ConsumerOptions<Context> {
  /** The group's name: the service's own. */
  group: string;
  log: EventLog;
  subscriptions: Subscriptions<Context>;
  transact: Transact<Context>;
  logger: Logger;
  /** Called after each commit, so that the relay can publish what handlers stored. */
  committed: () => void;
  /** Tries of an event that fails for a reason of its own before it is parked. Default 3. */
  attempts?: number;
}

const handled = metrics.counter('events_handled_total', 'Events handled, by type and outcome.', [
  'type',
  'outcome',
]);
const lag = metrics.histogram('event_lag_seconds', 'Time from an event to the end of its handling.');
const BACKOFF = { initial: 50, maximum: 5_000 };

/**
 * Listens. The effects of a batch, its inbox rows and the events it causes are one transaction. When a batch fails its
 * events are handled one by one: what fails because somebody is away is tried until it works (order is kept, nothing is
 * lost); what fails for its own sake is parked as a dead letter, with the later events of its key, and others go on.
 */
export async function createConsumer<Context>(options: ConsumerOptions<Context>): Promise<Consumer> {
  const { log, group, subscriptions } = options;
  const stopping = new AbortController();
  const consumption = await log.consume(group, subscriptions.topics, async (records) => {
    const events = records
      .map((record: LogRecord) => record.event)
      .filter((event) => subscriptions.find(event.type));
    if (events.length > 0) await handleBatch(options, events, stopping.signal);
  });
  return {
    stop: () => {
      stopping.abort(new Error('the consumer stops'));
      return consumption.stop();
    },
  };
}

async function handleBatch<C>(
  options: ConsumerOptions<C>,
  events: StoredEvent[],
  signal: AbortSignal,
): Promise<void> {
  try {
    await handleTogether(options, events);
  } catch {
    for (const event of events) await handleUntilSettled(options, event, signal);
  }
}

async function handleTogether<C>(options: ConsumerOptions<C>, events: StoredEvent[]): Promise<void> {
  await options.transact(async (context, sql) => {
    for (const event of await receive(sql, events)) await handleOne(options, event, context);
  });
  options.committed();
  for (const event of events) {
    handled.inc({ type: event.type, outcome: 'ok' });
    lag.observe((Date.now() - Date.parse(event.occurredAt)) / 1000);
  }
}

async function handleUntilSettled<C>(
  options: ConsumerOptions<C>,
  event: StoredEvent,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await handleTogether(options, [event]);
    } catch (error) {
      const passing = isAppError(error) && error.retryable;
      options.logger.warn(
        { err: error, eventId: event.id, type: event.type, attempt },
        'an event could not be handled',
      );
      handled.inc({ type: event.type, outcome: passing ? 'retried' : 'failed' });
      if (!passing && attempt >= (options.attempts ?? 3)) return parkEvent(options, event, error, attempt);
      await pause(jitteredBackoff(BACKOFF, attempt), signal);
    }
  }
}

async function parkEvent<C>(
  options: ConsumerOptions<C>,
  event: StoredEvent,
  cause: unknown,
  attempts: number,
): Promise<void> {
  await options.transact((_context, sql) => park(sql, event, cause, attempts));
  options.logger.error(
    { notable: true, eventId: event.id, type: event.type },
    `parked ${event.type} as a dead letter`,
  );
  handled.inc({ type: event.type, outcome: 'parked' });
}
