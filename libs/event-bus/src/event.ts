import { eventCatalogue, topicOf, type EventPayload, type EventType, type Topic } from '@tradewind/contracts';
import { AppError, uuidV7 } from '@tradewind/kernel';
import { currentTraceparent } from '@tradewind/observability';

/** An event as it is stored and sent: CloudEvents' attributes under our names, the data as proto3 JSON. */
export interface StoredEvent {
  /** UUIDv7; the same when the event is delivered again. */
  id: string;
  type: EventType;
  topic: Topic;
  /** The aggregate's id: events of one key stay in order. */
  key: string;
  /** RFC 3339. */
  occurredAt: string;
  /** W3C trace context of what caused it. */
  traceparent: string | undefined;
  data: unknown;
}

/** An event whose data has been checked against its contract. */
export interface TypedEvent<Type extends EventType = EventType> extends Omit<StoredEvent, 'type' | 'data'> {
  type: Type;
  data: EventPayload<Type>;
}

/** A fact that has just become true. Store it with `outbox` in the transaction that makes it true. */
export function newEvent<Type extends EventType>(
  type: Type,
  key: string,
  data: EventPayload<Type>,
): StoredEvent {
  const codec = eventCatalogue[type] as { toJSON(message: unknown): unknown };
  return {
    id: uuidV7(),
    type,
    topic: topicOf(type),
    key,
    occurredAt: new Date().toISOString(),
    traceparent: currentTraceparent(),
    data: codec.toJSON(data),
  };
}

/**
 * Reads as proto3 JSON is to be read: unknown fields are passed over, missing ones have their default.
 * @throws AppError EVENT.MALFORMED when the data is no message at all: the event is poison
 */
export function parseEvent<Type extends EventType>(event: StoredEvent): TypedEvent<Type> {
  const { data } = event;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new AppError('invalid', 'EVENT.MALFORMED', `the data of ${event.type} ${event.id} is no object`);
  }
  return { ...event, type: event.type as Type, data: decode(event) as EventPayload<Type> };
}

/** A text where a number belongs reads as NaN, or throws, depending on its size: either is no message. */
function decode({ type, id, data }: StoredEvent): unknown {
  const codec = eventCatalogue[type] as { fromJSON(json: unknown): unknown };
  try {
    const message = codec.fromJSON(data);
    if (!hasNaN(message)) return message;
  } catch (cause) {
    throw new AppError('invalid', 'EVENT.MALFORMED', `the data of ${type} ${id} cannot be read`, { cause });
  }
  throw new AppError('invalid', 'EVENT.MALFORMED', `the data of ${type} ${id} has a number that is none`);
}

function hasNaN(value: unknown): boolean {
  if (typeof value === 'number') return Number.isNaN(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNaN);
}
