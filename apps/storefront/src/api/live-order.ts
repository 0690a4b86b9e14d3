import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { orderPath, orderQuery, type Order } from './orders.ts';

/**
 * An order that follows the server's events while it is pending. When the stream breaks, asking every two seconds
 * takes its place; `following` says that something may still change.
 */
export function useLiveOrder(orderId: string, awaitingCancellation: boolean) {
  const [streaming, setStreaming] = useState(false);
  const client = useQueryClient();
  const order = useQuery({
    ...orderQuery(orderId),
    refetchInterval: (query) => pollingInterval(query.state.data, streaming, awaitingCancellation),
  });
  const pending = order.data?.status === 'pending';

  useEffect(() => {
    if (!pending) return;
    return followOrder(orderId, setStreaming, (next) =>
      client.setQueryData(orderQuery(orderId).queryKey, next),
    );
  }, [pending, orderId, client]);

  return { order, following: pending || awaitingCancellation };
}

function pollingInterval(order: Order | undefined, streaming: boolean, awaiting: boolean): number | false {
  if (awaiting) return 1_000;
  return order?.status === 'pending' && !streaming ? 2_000 : false;
}

function followOrder(orderId: string, onStreaming: (on: boolean) => void, onOrder: (order: Order) => void) {
  const source = new EventSource(`${orderPath(orderId)}/events`);
  source.addEventListener('open', () => onStreaming(true));
  source.addEventListener('error', () => onStreaming(false));
  source.addEventListener('order', (event) => onOrder(JSON.parse(event.data) as Order));
  return () => {
    source.close();
    onStreaming(false);
  };
}
