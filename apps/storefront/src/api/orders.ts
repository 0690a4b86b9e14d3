import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getJson, sendJson, withQuery } from './client.ts';
import type { Money } from './money.ts';

export type OrderStatus = 'pending' | 'confirmed' | 'rejected' | 'cancelled' | 'shipped';

interface OrderLine {
  productId: string;
  sku: string;
  name: string;
  quantity: number;
  unitPrice: Money;
  lineTotal: Money;
}

export interface OrderTimelineEntry {
  at: string;
  step: string;
  outcome: 'started' | 'succeeded' | 'failed' | 'retrying' | 'undone' | 'parked';
  attempt: number;
  detail: string | null;
}

export interface Order {
  orderId: string;
  status: OrderStatus;
  reason: { code: string; message: string } | null;
  lines: OrderLine[];
  total: Money;
  placedAt: string;
  timeline: OrderTimelineEntry[];
  traceId: string;
}

export interface OrderPage {
  items: Order[];
  nextPageToken: string | null;
}

export const orderPath = (orderId: string) => `/api/orders/${encodeURIComponent(orderId)}`;
const ordersKey = ['orders'] as const;

export function orderQuery(orderId: string) {
  return queryOptions({
    queryKey: ['order', orderId],
    queryFn: ({ signal }) => getJson<Order>(orderPath(orderId), signal),
  });
}

export const ordersQuery = infiniteQueryOptions({
  queryKey: ordersKey,
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) =>
    getJson<OrderPage>(withQuery('/api/orders', { pageToken: pageParam }), signal),
  getNextPageParam: (page) => page.nextPageToken || undefined,
});

export function useCancelOrder(orderId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => sendJson<unknown>('POST', `${orderPath(orderId)}/cancellation`),
    onSettled: () => client.invalidateQueries(orderQuery(orderId)),
  });
}
