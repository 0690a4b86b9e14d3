import type { EventType, Topic } from '@tradewind/contracts';
import type { LogRecord } from '../event-log.ts';

export interface EventRow {
  topic: Topic;
  partition: number;
  log_offset: string;
  id: string;
  key: string;
  type: EventType;
  occurred_at: Date;
  traceparent: string | null;
  payload: unknown;
  /** The last offset that could have been fetched with it: what is beyond the limit of bytes comes next time. */
  last: string;
}

export function toRecord(row: EventRow): LogRecord {
  const { topic, partition, id, key, type } = row;
  const occurredAt = row.occurred_at.toISOString();
  const traceparent = row.traceparent ?? undefined;
  const event = { id, type, topic, key, occurredAt, traceparent, data: row.payload };
  return { topic, partition, offset: Number(row.log_offset), event };
}
