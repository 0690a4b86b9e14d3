import { insertOutbox, newEvent, outboxParameter, type StoredEvent } from '@tradewind/event-bus';
import { CANCELLATION } from '../application/sagas/cancellation.ts';
import type { NewOrder } from '../application/ports/order-store.ts';
import { isExpired, LEASE } from './postgres-answer-store.ts';

/**
 * Many orders, one statement, one commit: idempotency record, order, saga, journal and event together, or nothing.
 * An order whose key is taken is left out of the answer and leaves no trace; a key whose time is over is as good as new.
 * Parameters: the orders, their events, the lifetime of keys.
 */
export const OPEN_ORDERS = `with incoming as (
    -- In the order of their keys, so that two processes that open the same keys wait for each other in one direction only.
    select distinct on (shopper_id, key) * from jsonb_to_recordset($1::jsonb) as o(position int, id uuid, shopper_id text,
      key text, request_hash text, waits boolean, lines jsonb, total bigint, currency text, email text, shipping_address jsonb, trace_id text, placed_at timestamptz,
      worker uuid, definition text, version int, step int, data jsonb, traceparent text, deadline_at timestamptz)
    order by shopper_id, key, position
  ), taken as (
    insert into idempotency as i (shopper_id, key, request_hash, order_id, answered, lease_until)
    select shopper_id, key, request_hash, id, not waits, now() + ${LEASE} from incoming
    on conflict (shopper_id, key) do update set request_hash = excluded.request_hash, order_id = excluded.order_id,
      answered = excluded.answered, answer = null, lease_until = excluded.lease_until, created_at = now()
    where ${isExpired('i', '$3')}
    returning order_id
  ), fresh as (select i.* from incoming i join taken t on t.order_id = i.id),
  ordered as (
    insert into orders (id, shopper_id, status, lines, total, currency, email, shipping_address, trace_id, placed_at)
    select id, shopper_id, 'pending', lines, total, currency, email, shipping_address, trace_id, placed_at from fresh
  ), begun as (
    insert into saga (id, subject_id, definition, version, state, step, data, traceparent, owner, deadline_at, started_at)
    select id, id, definition, version, 'running', step, data, traceparent, worker, deadline_at, placed_at from fresh
  ), journaled as (
    insert into saga_journal (saga_id, at, step, direction, outcome, attempt, duration_ms)
    select f.id, f.placed_at, j.step, 'run', j.outcome, 1, case when j.outcome = 'succeeded' then 0 end
    from fresh f, (values (1, 'open-order', 'started'), (2, 'open-order', 'succeeded'), (3, 'reserve-stock', 'started'))
      as j(position, step, outcome)
    order by f.id, j.position
  ), told as (
    ${insertOutbox('$2')} where e.aggregateid::uuid in (select order_id from taken)
  )
  select order_id from taken`;

/** The order that is cancelled: nobody can change its status until the cancellation is opened or refused. */
export const LOCK_CONFIRMED = `select id from orders where id = $1 and status = 'confirmed' for update`;

/**
 * Only if no other saga cancels or has cancelled the order; nobody owns it yet. It looks before it inserts: an insert that
 * meets the unique index would wait for a transition of that saga, which waits for the order that is locked here.
 */
export const OPEN_CANCELLATION = `with begun as (
    insert into saga (id, subject_id, definition, version, state, step, data, deadline_at, traceparent)
    select $1::uuid, $2::uuid, $3::text, $4::int, 'running', 0, $5::jsonb, $6::timestamptz, $7::text
    where not exists (select 1 from saga where subject_id = $2::uuid and definition = $3::text)
    returning id
  ), journaled as (
    insert into saga_journal (saga_id, at, step, direction, outcome, attempt)
    select id, now(), '${CANCELLATION.firstStep}', 'run', 'started', 1 from begun
  )
  select id from begun`;

export interface OpeningOrder {
  order: NewOrder;
  worker: string;
  event: StoredEvent;
}

export function openParameters(items: readonly OpeningOrder[]): string[] {
  const rows = items.map(({ order, worker }, position) => ({
    position,
    id: order.orderId,
    shopper_id: order.shopperId,
    key: order.idempotencyKey,
    request_hash: order.requestHash,
    waits: order.waits,
    lines: order.content.lines,
    total: order.content.total.amount,
    currency: order.content.total.currency,
    email: order.email,
    shipping_address: order.shippingAddress,
    trace_id: order.traceId,
    placed_at: order.placedAt,
    worker,
    definition: order.saga.definition,
    version: order.saga.version,
    step: order.saga.state.step,
    data: order.saga.data,
    traceparent: order.saga.traceparent,
    deadline_at: new Date(order.saga.deadlineAt).toISOString(),
  }));
  return [JSON.stringify(rows), outboxParameter(items.map(({ event }) => event))];
}

/** To be made in the trace of the order. */
export function placed({ orderId, shopperId, content }: NewOrder): StoredEvent {
  return newEvent('tradewind.order.v1.order-placed', orderId, { orderId, shopperId, ...content });
}
