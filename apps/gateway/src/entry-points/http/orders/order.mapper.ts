import { OrderStatus, type Order } from '@tradewind/contracts/order/v1/order';

const STATUS = {
  [OrderStatus.PENDING]: 'pending',
  [OrderStatus.CONFIRMED]: 'confirmed',
  [OrderStatus.REJECTED]: 'rejected',
  [OrderStatus.CANCELLED]: 'cancelled',
  [OrderStatus.SHIPPED]: 'shipped',
  [OrderStatus.UNSPECIFIED]: 'pending',
} as const;

export function statusOf(order: Order) {
  return STATUS[order.status];
}

/** An order as its shopper sees it. */
export function toOrder(order: Order) {
  const { orderId, reason, lines, total, placedAt, timeline, traceId } = order;
  return {
    orderId,
    status: statusOf(order),
    reason: reason ?? null,
    lines,
    total,
    placedAt,
    timeline: timeline.map((entry) => ({ ...entry, detail: entry.detail || null })),
    traceId,
  };
}
