import { insertOutbox, newEvent, outboxParameter, type StoredEvent } from '@tradewind/event-bus';
import type { EffectSql } from '@tradewind/saga';
import type { OrderEffect } from '../application/sagas/order-saga-data.ts';

/** The order's new status and the event that tells it join the saga's transition: one commit, or nothing. */
export const orderEffectSql: EffectSql<OrderEffect> = {
  ctes: `, effect as (
      select * from jsonb_to_recordset($3::jsonb) as x(saga_id uuid, from_status text, to_status text,
        reason_code text, reason_message text)
    ), changed as (
      update orders o set status = x.to_status, reason_code = x.reason_code, reason_message = x.reason_message,
        updated_at = now()
      from effect x join moved m on m.id = x.saga_id
      where o.id = m.subject_id and o.status = x.from_status
      returning o.id
    ), told as (
      ${insertOutbox('$4')} where e.aggregateid::uuid in (select id from changed)
    )`,
  parameters: (effects) => [
    JSON.stringify(
      effects.map(({ sagaId, effect }) => ({
        saga_id: sagaId,
        from_status: effect.from,
        to_status: effect.to,
        reason_code: effect.reason?.code,
        reason_message: effect.reason?.message,
      })),
    ),
    outboxParameter(effects.map(({ effect }) => toEvent(effect))),
  ],
};

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
