import type { EventRelation } from '@tradewind/observability';
import type { Difference, Picture } from './picture.ts';

/**
 * What placing an order makes on its way to the confirmation, whoever is killed and goes on. What an operator or a shopper begins
 * later (a cancellation, a parcel) has a trace of its own.
 */
const BY_CALLS = [
  'tradewind.order.v1.order-placed',
  'tradewind.inventory.v1.stock-reserved',
  'tradewind.payment.v1.payment-authorized',
  'tradewind.payment.v1.payment-captured',
  'tradewind.inventory.v1.stock-committed',
  'tradewind.order.v1.order-confirmed',
];
const BY_EVENTS = ['tradewind.notification.v1.notification-sent'];

/** Where handling an event is a trace of its own, with a link, only what calls cause can be compared. */
export const tracedTypes = (relation: EventRelation): string[] =>
  relation === 'parent' ? [...BY_CALLS, ...BY_EVENTS] : BY_CALLS;

/** Events carry their trace whether or not it is recorded: sampling hides nothing from this. */
export function oneTraceEach({ facts, traced }: Picture): Difference[] {
  const traceOf = new Map(facts.map(({ orderId, traceId }) => [orderId, traceId]));
  return traced.flatMap(({ id, type, aggregateId, traceId }) => {
    const expected = traceOf.get(aggregateId);
    // Younger than the picture, or placed without a trace.
    if (!expected || traceId === expected) return [];
    const found = `${type} ${id} in ${traceId ?? 'none'}`;
    return [{ subject: aggregateId, expected: `everything in trace ${expected}`, found }];
  });
}
