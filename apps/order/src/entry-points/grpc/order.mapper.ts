import { OrderStatus as StatusMessage, type Order } from '@tradewind/contracts/order/v1/order';
import type { OrderView } from '../../application/ports/order-store.ts';
import type { OrderStatus } from '../../domain/order.ts';

const STATUSES: Record<OrderStatus, StatusMessage> = {
  pending: StatusMessage.PENDING,
  confirmed: StatusMessage.CONFIRMED,
  rejected: StatusMessage.REJECTED,
  cancelled: StatusMessage.CANCELLED,
  shipped: StatusMessage.SHIPPED,
};

export function toOrder({ reason, status, ...order }: OrderView): Order {
  return { ...order, status: STATUSES[status], reason: reason ?? undefined };
}

/** An order of which only the id is told: it is pending. */
export function toPartialOrder(order: Pick<OrderView, 'orderId'> & Partial<OrderView>): Order {
  return toOrder({
    shopperId: '',
    status: 'pending',
    reason: null,
    lines: [],
    total: { amount: 0, currency: '' },
    placedAt: '',
    timeline: [],
    traceId: '',
    ...order,
  });
}
