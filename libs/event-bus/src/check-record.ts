import { AppError, isUuid } from '@tradewind/kernel';
import type { StoredEvent } from './event.ts';
import { UNREADABLE, type LogRecord } from './event-log.ts';
import { uuidOf } from './kafka/uuid-of.ts';

/** An event before anybody has looked at it. */
type Loose = Partial<Record<keyof StoredEvent, unknown>>;

/** What a record turned out to be. `malformed` carries an event that can be stored, and what is wrong with it. */
export type CheckedRecord =
  | { kind: 'event'; event: StoredEvent }
  | { kind: 'foreign' }
  | { kind: 'malformed'; event: StoredEvent; cause: AppError };

/**
 * Tells events from what merely lies in the log. A type that we do not know is somebody else's business; what has no type,
 * or is ours without being a proper event, must not vanish: it is parked.
 */
export function checkRecord(record: LogRecord, knows: (type: string) => boolean): CheckedRecord {
  const event = record.event as Loose | null | undefined;
  const type = event?.type;
  if (typeof type === 'string' && type !== '' && type !== UNREADABLE && !knows(type))
    return { kind: 'foreign' };
  const wrong = whatIsWrong(event);
  if (wrong === undefined) return { kind: 'event', event: record.event };
  return { kind: 'malformed', event: storable(record), cause: malformed(record, wrong) };
}

function whatIsWrong(event: Loose | null | undefined): string | undefined {
  if (typeof event !== 'object' || event === null) return 'is no event';
  if (event.type === UNREADABLE) return `cannot be read: ${String(event.data)}`;
  if (typeof event.type !== 'string' || event.type === '') return 'has no type';
  if (typeof event.id !== 'string' || !isUuid(event.id)) return 'has no UUID as its id';
  if (typeof event.key !== 'string' || event.key === '') return 'has no key';
  if (Number.isNaN(Date.parse(String(event.occurredAt)))) return 'does not say when it occurred';
  return undefined;
}

function malformed({ topic, partition, offset }: LogRecord, wrong: string): AppError {
  return new AppError('invalid', 'EVENT.MALFORMED', `${topic}/${partition} at offset ${offset} ${wrong}`);
}

/** With an id of its place when it has none: delivered again, it is the same letter. */
function storable({ topic, partition, offset, event }: LogRecord): StoredEvent {
  const place = `${topic}/${partition}/${offset}`;
  const { id, key, type, occurredAt } = (event ?? {}) as Loose;
  return {
    id: typeof id === 'string' && isUuid(id) ? id : uuidOf(place),
    type: (typeof type === 'string' && type !== '' ? type : 'unknown') as StoredEvent['type'],
    topic: topic as StoredEvent['topic'],
    key: typeof key === 'string' && key !== '' ? key : place,
    occurredAt: typeof occurredAt === 'string' ? occurredAt : '',
    traceparent: undefined,
    data: event?.data ?? event ?? null,
  };
}
