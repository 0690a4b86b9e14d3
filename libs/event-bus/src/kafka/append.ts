import type { Kafka, Partitioners, Producer } from 'kafkajs';
import type { StoredEvent } from '../event.ts';
import { toMessage } from './to-message.ts';

export interface Appender {
  append(events: readonly StoredEvent[]): Promise<void>;
  close(): Promise<void>;
}

interface AppenderOptions {
  kafka: Kafka;
  createPartitioner: typeof Partitioners.DefaultPartitioner;
  /** The topic's name at the broker. */
  topicName: (topic: string) => string;
}

/** Characters in one request. A broker refuses a batch of more than 1 MiB (`message.max.bytes`), headers included. */
const LARGEST = 700_000;

/**
 * Appends with an idempotent producer: the broker drops what a repeated request brings again, and keeps the order. When a
 * request fails for good the producer goes too, because its numbers may have a hole; the caller's next try has a new one.
 */
export function createAppender({ kafka, createPartitioner, topicName }: AppenderOptions): Appender {
  let current: Promise<Producer> | undefined;

  async function connect(): Promise<Producer> {
    // kafkajs keeps the order of an idempotent producer only with one request in flight.
    const producer = kafka.producer({ createPartitioner, idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    return producer;
  }

  async function discard(): Promise<void> {
    const failed = current;
    current = undefined;
    await failed?.then((producer) => producer.disconnect()).catch(() => {});
  }

  async function send(events: readonly StoredEvent[]): Promise<void> {
    const byTopic = Map.groupBy(events, ({ topic }) => topicName(topic));
    const topicMessages = [...byTopic].map(([topic, own]) => ({ topic, messages: own.map(toMessage) }));
    try {
      await (await (current ??= connect())).sendBatch({ acks: -1, topicMessages });
    } catch (error) {
      await discard();
      throw error;
    }
  }

  return {
    async append(events) {
      for (const part of inParts(events)) await send(part);
    },
    close: discard,
  };
}

/** Cuts where the next event would make the request too large; one event alone is always a part. */
function* inParts(events: readonly StoredEvent[]): Generator<StoredEvent[]> {
  let part: StoredEvent[] = [];
  let size = 0;
  for (const event of events) {
    const length = JSON.stringify(event).length;
    if (part.length > 0 && size + length > LARGEST) {
      yield part;
      part = [];
      size = 0;
    }
    part.push(event);
    size += length;
  }
  if (part.length > 0) yield part;
}
