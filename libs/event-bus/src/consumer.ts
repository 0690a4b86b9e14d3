import { checkRecord } from './check-record.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import type { StoredEvent } from './event.ts';
import type { LogRecord } from './event-log.ts';
import { handleOne, inBatch } from './handle-one.ts';
import { handled, noteFailure, noteHandled, noteParked } from './handling-notes.ts';
import { receive } from './inbox.ts';
import { addLetter } from './letter-store.ts';
import { createRetrier } from './retrier.ts';
import { createAbsences, retryDelay, tryOut } from './try-out.ts';

export interface Consumer {
  stop(): Promise<void>;
}

/** What the ear needs besides: where to say that an event was stored to be tried again later. */
type Listening<Context> = ConsumerOptions<Context> & { deferred: () => void };

/**
 * Listens. The effects of a batch, its inbox rows and the events it causes are one transaction. When a batch fails its
 * events are handled one by one: what fails because somebody is away becomes a waiting letter and is tried again later;
 * what fails for its own sake is parked as a dead letter. Later events of its key queue behind it; other keys go on.
 */
export async function createConsumer<Context>(options: ConsumerOptions<Context>): Promise<Consumer> {
  const retrier = createRetrier(options);
  const ear = await listen({ ...options, deferred: retrier.wake });
  return { stop: async () => void (await Promise.all([ear.stop(), retrier.stop()])) };
}

/** The ear alone: nobody tries the letters that it leaves. */
export async function listen<Context>(options: Listening<Context>): Promise<Consumer> {
  const stopping = new AbortController();
  const consumption = await options.log.consume(options.group, options.subscriptions.topics, (records) =>
    handleRecords(options, records, stopping.signal),
  );
  return {
    stop: () => {
      stopping.abort(new Error('the consumer stops'));
      return consumption.stop();
    },
  };
}

/** Rejects when nothing could be stored about them, as when the service's own database is away: they come again then. */
async function handleRecords<C>(
  options: Listening<C>,
  records: LogRecord[],
  signal: AbortSignal,
): Promise<void> {
  const knows = (type: string): boolean => options.subscriptions.find(type) !== undefined;
  const checked = records.map((record) => checkRecord(record, knows));
  for (const it of checked) if (it.kind === 'malformed') await parkEvent(options, it.event, it.cause, 0);
  const events = checked.flatMap((it) => (it.kind === 'event' ? [it.event] : []));
  if (events.length === 0) return;
  try {
    await handleTogether(options, events);
  } catch {
    await handleEach(options, events, signal);
  }
}

async function handleTogether<C>(options: ConsumerOptions<C>, events: StoredEvent[]): Promise<void> {
  await inBatch(options.group, events, () =>
    options.transact(async (context, sql) => {
      for (const event of await receive(sql, events)) await handleOne(options, event, context, events.length);
    }),
  );
  options.committed();
  events.forEach(noteHandled);
}

async function handleEach<C>(
  options: Listening<C>,
  events: StoredEvent[],
  signal: AbortSignal,
): Promise<void> {
  const absences = createAbsences();
  for (const event of events) {
    signal.throwIfAborted();
    const absence = absences.of(event.type);
    if (absence !== undefined) await deferEvent(options, event, absence, 0);
    else absences.note(event.type, await handleAlone(options, event, signal));
  }
}

async function handleAlone<C>(options: Listening<C>, event: StoredEvent, signal: AbortSignal) {
  const result = await tryOut(() => handleTogether(options, [event]), {
    attempts: options.attempts ?? 3,
    signal,
    failed: (error, attempt, retryable) => noteFailure(options.logger, event, error, attempt, retryable),
  });
  const { verdict, error, attempts } = result;
  if (verdict === 'away') await deferEvent(options, event, error, attempts);
  if (verdict === 'ill') await parkEvent(options, event, error, attempts);
  return result;
}

async function parkEvent<C>(
  options: ConsumerOptions<C>,
  event: StoredEvent,
  cause: unknown,
  attempts: number,
): Promise<void> {
  await options.transact((_, sql) => addLetter(sql, event, { cause, attempts, retryAfter: null }));
  noteParked(options.logger, event);
}

async function deferEvent<C>(
  options: Listening<C>,
  event: StoredEvent,
  cause: unknown,
  attempts: number,
): Promise<void> {
  const retryAfter = retryDelay(attempts);
  await options.transact((_, sql) => addLetter(sql, event, { cause, attempts, retryAfter }));
  handled.inc({ type: event.type, outcome: 'deferred' });
  options.deferred();
}
