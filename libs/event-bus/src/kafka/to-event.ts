import type { EventType, Topic } from '@tradewind/contracts';
import { isUuid } from '@tradewind/kernel';
import type { KafkaMessage } from 'kafkajs';
import type { StoredEvent } from '../event.ts';
import { UNREADABLE, type LogPosition } from '../event-log.ts';
import { uuidOf } from './uuid-of.ts';

/** PostgreSQL keeps keys and types in this many characters. */
const LONGEST = 255;
const KEPT_TEXT = 2_000;
const TRACEPARENT = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Reads any record. One that is no CloudEvent of ours gets the type `UNREADABLE`, one whose value is no JSON keeps its type;
 * the data of both is the reason as text, which no event may have: the reader parks it, with its cause. Its id is made from
 * its place, so it is the same when the record comes again.
 */
export function toEvent(message: KafkaMessage, place: LogPosition): StoredEvent {
  const attribute = attributesOf(message);
  const id = attribute('id');
  const ownId = id && isUuid(id) ? id : uuidOf(`${place.topic}/${place.partition}/${place.offset}`);
  const traceparent = attribute('traceparent');
  const problem = problemOf(attribute);
  return {
    id: ownId,
    type: (problem ? UNREADABLE : attribute('type')) as EventType,
    topic: place.topic as Topic,
    // Without a key of its own it holds up nobody else: later events of a parked event's key are parked with it.
    key: usable(message.key?.toString()) ?? ownId,
    occurredAt: timeOf(attribute('time'), message.timestamp),
    traceparent: traceparent && TRACEPARENT.test(traceparent) ? traceparent : undefined,
    data: problem ? describe(problem, message.value) : dataOf(message.value),
  };
}

type Attribute = (name: string) => string | undefined;

function attributesOf({ headers = {} }: KafkaMessage): Attribute {
  return (name) => {
    const value = headers[`ce_${name}`];
    return (Array.isArray(value) ? value[0] : value)?.toString();
  };
}

function problemOf(attribute: Attribute): string | undefined {
  if (attribute('specversion') !== '1.0')
    return 'no CloudEvent 1.0 in binary mode: ce_specversion is not 1.0';
  if (!usable(attribute('type'))) return 'no event type: ce_type is missing or not usable';
  if (!isUuid(attribute('id') ?? '')) return 'no event id: ce_id is missing or no UUID';
  return undefined;
}

function usable(text: string | undefined): string | undefined {
  return text && text.length <= LONGEST && !text.includes('\0') ? text : undefined;
}

function timeOf(text: string | undefined, appended: string): string {
  const time = [Date.parse(text ?? ''), Number(appended), 0].find((it) => it >= 0 && it < 8e15)!;
  return new Date(time).toISOString();
}

function dataOf(value: Buffer | null): unknown {
  if (value === null) return describe('no value (a tombstone)', value);
  const text = value.toString();
  try {
    const data: unknown = JSON.parse(text);
    if (!text.includes('\\u') || fitsDatabase(data)) return data;
    return describe('the value holds characters that no database keeps', value);
  } catch (error) {
    return describe(`the value is no JSON: ${(error as Error).message}`, value);
  }
}

/** U+0000 and half surrogate pairs are JSON, but PostgreSQL's jsonb refuses them: not even a dead letter could hold them. */
function fitsDatabase(data: unknown): boolean {
  return !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(data));
}

function describe(problem: string, value: Buffer | null): string {
  const text = value?.subarray(0, KEPT_TEXT).toString() ?? '';
  return `${problem}; value (${value?.length ?? 0} bytes): ${text}`
    .replaceAll('\0', '\u{fffd}')
    .toWellFormed();
}
