import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { cartQuery } from './cart.ts';
import { sendJson } from './client.ts';
import { AttemptKeys } from './attempt-keys.ts';
import { asApiError } from './problem.ts';

export interface PlaceOrder {
  email: string;
  shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string };
  payment: { token: string };
}

/** How often we ask again while the first try with the same key still runs. */
const patienceWithRunningTry = 8;

/**
 * Places the order in the cart. The idempotency key stays the same while the same request is sent again, so that a
 * lost answer never buys twice; a changed request or a changed cart gets a fresh one.
 */
export function usePlaceOrder(cartVersion: string) {
  const client = useQueryClient();
  const keys = useRef(new AttemptKeys());
  return useMutation({
    mutationFn: (order: PlaceOrder) =>
      sendJson<{ orderId: string }>('POST', '/api/orders', order, {
        'idempotency-key': keys.current.keyFor(JSON.stringify([cartVersion, order])),
      }),
    retry: (failures, error) => isStillRunning(error) && failures < patienceWithRunningTry,
    retryDelay: (_failures, error) => (asApiError(error).retryAfter ?? 1) * 1_000,
    onSuccess: () => {
      keys.current.forget();
      return Promise.all([
        client.invalidateQueries({ queryKey: ['orders'] }),
        client.invalidateQueries({ queryKey: cartQuery.queryKey, refetchType: 'none' }),
      ]);
    },
  });
}

function isStillRunning(error: unknown): boolean {
  return asApiError(error).code === 'IDEMPOTENCY.KEY_IN_USE';
}
