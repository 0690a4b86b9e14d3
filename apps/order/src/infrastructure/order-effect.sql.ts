import { insertOutbox, newEvent, outboxParameter, type StoredEvent } from '@tradewind/event-bus';
import { uuidV7 } from '@tradewind/kernel';
import type { EffectSql } from '@tradewind/saga';
import { CANCELLATION } from '../application/sagas/cancellation.ts';
import type { OrderEffect } from '../application/sagas/order-saga-data.ts';

/**
 * The order's new status and the event that tells it join the saga's transition: one commit, or nothing. An effect may
 * come in two rows, for a saga that a cancellation was asked for and for one without. Which of them holds is read under the
 * lock of the saga's row: a request either came before, and is heeded here, or it finds the order settled.
 */
export const orderEffectSql: EffectSql<OrderEffect, EffectRow> = {
  ctes: `, effect as (
      select * from jsonb_to_recordset($3::jsonb) as x(saga_id uuid, if_cancelled boolean, from_status text, to_status text,
        reason_code text, reason_message text, event uuid, opens jsonb)
    ), decided as (
      select x.*, m.subject_id, m.cancel_requested from effect x join moved m on m.id = x.saga_id
      where x.if_cancelled is null or x.if_cancelled = m.cancel_requested
    ), changed as (
      update orders o set status = d.to_status, reason_code = d.reason_code, reason_message = d.reason_message,
        updated_at = now()
      from decided d where o.id = d.subject_id and o.status = d.from_status
      returning o.id, d.event, d.saga_id, d.opens, d.cancel_requested
    ), told as (
      ${insertOutbox('$4')} where e.id in (select event from changed)
    ), cancelling as (
      insert into saga (id, subject_id, definition, version, state, step, data, deadline_at, traceparent)
      select (c.opens ->> 'id')::uuid, c.id, '${CANCELLATION.definition}', (c.opens ->> 'version')::int, 'running', 0,
        c.opens -> 'data', now() + (c.opens ->> 'deadline')::int * interval '1 ms', s.traceparent
      from changed c join saga s on s.id = c.saga_id where c.cancel_requested and c.opens is not null
      on conflict (subject_id) where definition = '${CANCELLATION.definition}' do nothing
      returning id
    ), cancelling_journaled as (
      insert into saga_journal (saga_id, at, step, direction, outcome, attempt)
      select id, now(), '${CANCELLATION.firstStep}', 'run', 'started', 1 from cancelling
      where (select count(*) from written) >= 0
    )`,
  rowsOf: (sagaId, effect) =>
    variantsOf(effect).map((variant) => ({ variant, event: toEvent(variant.effect), sagaId })),
  parameters: (rows) => [JSON.stringify(rows.map(toRow)), outboxParameter(rows.map(({ event }) => event))],
};

interface EffectRow {
  variant: Variant;
  event: StoredEvent;
  sagaId: string;
}

interface Variant {
  /** Null: whether or not a cancellation was asked for. */
  ifCancelled: boolean | null;
  effect: OrderEffect;
}

function variantsOf(effect: OrderEffect): Variant[] {
  const { ifCancelled } = effect;
  if (!ifCancelled || !('become' in ifCancelled)) return [{ ifCancelled: null, effect }];
  const cancelled: OrderEffect = { ...effect, to: ifCancelled.become, reason: ifCancelled.reason };
  return [
    { ifCancelled: false, effect },
    { ifCancelled: true, effect: cancelled },
  ];
}

function toRow({ variant, event, sagaId }: EffectRow): object {
  const { from, to, reason } = variant.effect;
  return {
    saga_id: sagaId,
    if_cancelled: variant.ifCancelled,
    from_status: from,
    to_status: to,
    reason_code: reason?.code,
    reason_message: reason?.message,
    event: event.id,
    opens: cancellationOf(variant.effect),
  };
}

function cancellationOf({ orderId, shopperId, content, ifCancelled }: OrderEffect): object | undefined {
  if (!ifCancelled || !('open' in ifCancelled)) return undefined;
  const { version, deadline } = ifCancelled.open;
  return { id: uuidV7(), version, deadline, data: { orderId, shopperId, ...content } };
}

function toEvent({ orderId, shopperId, to, reason, content }: OrderEffect): StoredEvent {
  const said = { orderId, shopperId, reasonCode: reason?.code ?? '', reasonMessage: reason?.message ?? '' };
  switch (to) {
    case 'confirmed':
      return newEvent('tradewind.order.v1.order-confirmed', orderId, { orderId, shopperId, ...content });
    case 'rejected':
      return newEvent('tradewind.order.v1.order-rejected', orderId, said);
    case 'cancelled':
      return newEvent('tradewind.order.v1.order-cancelled', orderId, said);
  }
}
