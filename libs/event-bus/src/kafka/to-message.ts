import type { Message } from 'kafkajs';
import type { StoredEvent } from '../event.ts';

/**
 * The event in CloudEvents' binary content mode: attributes as `ce_` headers, the data alone as value.
 * Sources: CloudEvents 1.0.2, Kafka Protocol Binding §3.2; extensions "Distributed Tracing" and "Partitioning" (its
 * `partitionkey` is the record's key).
 */
export function toMessage(event: StoredEvent): Message {
  return {
    key: event.key,
    value: JSON.stringify(event.data),
    timestamp: String(Date.parse(event.occurredAt)),
    headers: {
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_source: sourceOf(event.topic),
      ce_type: event.type,
      ce_time: event.occurredAt,
      ce_subject: event.key,
      ce_partitionkey: event.key,
      ...(event.traceparent && { ce_traceparent: event.traceparent }),
      'content-type': 'application/json',
    },
  };
}

/** Who published: `tradewind.order` is `/tradewind/order` (a URI reference, CloudEvents §3.1.2). */
const sourceOf = (topic: string): string => `/${topic.replaceAll('.', '/')}`;
