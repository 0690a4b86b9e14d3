import type { Database } from '@tradewind/database';
import { inBatchSpan, metrics, withoutTracing, type Logger } from '@tradewind/observability';
import type { EventLog } from './event-log.ts';
import { createGathering, type Gathering } from './gathering.ts';
import { BATCH, toEvent, withOutboxTurn, type OutboxRow, type OutboxTurn } from './outbox-turn.ts';

export interface Relay {
  /** Something was stored: publish soon. Cheap; call it after every commit that may have stored events. */
  wake(): void;
  stop(): Promise<void>;
}

interface RelayOptions {
  database: Database;
  log: EventLog;
  logger: Logger;
  /** Milliseconds in which events gather, under load, before they are published together. */
  gather: number;
  /** Milliseconds after which it looks without being woken: for what a killed process left behind. */
  poll: number;
}

const AFTER_FAILURE = 250;
/** Another replica is publishing: it may have looked before our events were committed. */
const AFTER_OTHERS = 10;

const published = metrics.counter('events_published_total', 'Events that the relay handed to the log.', [
  'type',
]);
const delay = metrics.histogram('outbox_delay_seconds', 'Time from an event to its publication.');

/**
 * Publishes what the outbox holds, in order, at least once: a crash between append and mark publishes again, and the
 * inboxes of the listeners drop the second copy. Source: Chris Richardson, "Microservices Patterns", 3.3.
 */
export function createRelay(options: RelayOptions): Relay {
  const gathering = createGathering({ pause: options.gather });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let soon = false;
  let again = false;
  let stopped = false;

  function schedule(milliseconds: number): void {
    if (stopped) return;
    clearTimeout(timer);
    soon = milliseconds < options.poll;
    timer = setTimeout(begin, milliseconds);
  }

  function begin(): void {
    running = withoutTracing(publishAll);
  }

  /** Without any timer: what is stored in this turn of the event loop still comes along. */
  function beginNow(): void {
    clearTimeout(timer);
    soon = true;
    setImmediate(() => {
      if (!stopped && !running) begin();
    });
  }

  async function publishAll(): Promise<void> {
    again = false;
    let next = options.poll;
    try {
      const ours = await withOutboxTurn(options.database, (turn, first) =>
        publish(options.log, turn, first, gathering),
      );
      if (!ours) next = AFTER_OTHERS;
    } catch (error) {
      next = AFTER_FAILURE;
      options.logger.warn({ err: error }, 'the relay could not publish; it will try again');
    }
    running = undefined;
    if (next === options.poll && again) wakeUp();
    else schedule(next);
  }

  function wakeUp(): void {
    const pause = gathering.pause();
    if (pause === 0) beginNow();
    else schedule(pause);
  }

  schedule(0);
  return {
    wake() {
      if (running) again = true;
      else if (!soon && !stopped) wakeUp();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Batch after batch until one is not full. While the log takes one, the next is fetched. */
async function publish(
  log: EventLog,
  turn: OutboxTurn,
  first: OutboxRow[],
  gathering: Gathering,
): Promise<true> {
  let rows = first;
  while (rows.length === BATCH) {
    const [next] = await Promise.all([turn.take(rows.at(-1)!.sequence), send(log, rows)]);
    await turn.mark(rows);
    note(rows, gathering);
    rows = next;
  }
  if (rows.length > 0) await send(log, rows);
  await turn.end(rows);
  note(rows, gathering);
  return true;
}

function send(log: EventLog, rows: readonly OutboxRow[]): Promise<void> {
  const events = rows.map(toEvent);
  const attributes = {
    'messaging.system': 'tradewind',
    'messaging.operation.type': 'send',
    'messaging.batch.message_count': events.length,
  };
  return inBatchSpan('send events', 'PRODUCER', events, attributes, () => log.append(events));
}

function note(rows: OutboxRow[], gathering: Gathering): void {
  gathering.note(rows.length);
  const now = Date.now();
  for (const [type, ofType] of Map.groupBy(rows, (row) => row.type)) {
    published.inc({ type }, ofType.length);
  }
  for (const row of rows) delay.observe((now - row.occurred_at.getTime()) / 1000);
}
