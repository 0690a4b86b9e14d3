import type { Transaction } from '@tradewind/database';
import type { StoredEvent } from './event.ts';

export interface Outbox {
  /** Stores events in the transaction that makes them true. */
  append(transaction: Transaction, events: readonly StoredEvent[]): Promise<void>;
}

/**
 * The SQL that stores events, for statements that do everything in one round trip: the parameter is `outboxParameter`.
 * `insertOutbox('$3')` may be followed by a `where` that names the row `e`, such as `where e.aggregateid in (…)`.
 */
export function insertOutbox(parameter: string): string {
  return `insert into outbox (id, aggregatetype, aggregateid, type, payload, traceparent, occurred_at)
    select e.id, e.aggregatetype, e.aggregateid, e.type, e.payload, e.traceparent, e.occurred_at
    from jsonb_to_recordset(${parameter}::jsonb) as e(id uuid, aggregatetype text, aggregateid text, type text,
      payload jsonb, traceparent text, occurred_at timestamptz)`;
}

export function outboxParameter(events: readonly StoredEvent[]): string {
  return JSON.stringify(
    events.map((event) => ({
      id: event.id,
      aggregatetype: event.topic,
      aggregateid: event.key,
      type: event.type,
      payload: event.data,
      traceparent: event.traceparent,
      occurred_at: event.occurredAt,
    })),
  );
}

const INSERT = insertOutbox('$1');

export function createOutbox(): Outbox {
  return {
    append: async (transaction, events) => {
      if (events.length > 0) await transaction.query('outbox.append', INSERT, [outboxParameter(events)]);
    },
  };
}
