import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { withQuantity } from './cart-change.ts';
import { getJson, sendJson } from './client.ts';
import type { Money } from './money.ts';

export interface CartItem {
  productId: string;
  sku: string;
  name: string;
  unitPrice: Money;
  quantity: number;
  lineTotal: Money;
  imageUrl?: string;
}

export interface Cart {
  id: string;
  items: CartItem[];
  total: Money;
  version: number;
}

export const cartQuery = queryOptions({
  queryKey: ['cart'],
  queryFn: ({ signal }) => getJson<Cart>('/api/cart', signal),
});

/** Changes of the cart run one after the other: the answer of each is the whole cart. */
const oneAtATime = { id: 'cart' };
const mutationKey = ['cart'];

export function useAddToCart() {
  const client = useQueryClient();
  return useMutation({
    scope: oneAtATime,
    mutationFn: (item: { productId: string; quantity: number }) =>
      sendJson<Cart>('POST', '/api/cart/items', item),
    onSuccess: (cart) => client.setQueryData(cartQuery.queryKey, cart),
  });
}

/** Shows the new quantity at once and takes it back when the server refuses; 0 removes the line. */
export function useChangeQuantity() {
  const client = useQueryClient();
  return useMutation({
    mutationKey,
    scope: oneAtATime,
    mutationFn: sendQuantity,
    onMutate: (change) => {
      // Not awaited: the next press of a button must already see the new quantity.
      void client.cancelQueries(cartQuery, { revert: false });
      const before = client.getQueryData(cartQuery.queryKey);
      if (before) client.setQueryData(cartQuery.queryKey, withQuantity(before, change));
      return { before };
    },
    onError: (_error, _change, context) => client.setQueryData(cartQuery.queryKey, context?.before),
    onSettled: () => askAgainAfterTheLast(client),
  });
}

/** An answer between two quick changes would show a quantity that the shopper has already left behind. */
function askAgainAfterTheLast(client: QueryClient): Promise<void> | undefined {
  return client.isMutating({ mutationKey }) > 1 ? undefined : client.invalidateQueries(cartQuery);
}

function sendQuantity(change: { productId: string; quantity: number }): Promise<Cart> {
  const path = `/api/cart/items/${encodeURIComponent(change.productId)}`;
  if (change.quantity === 0) return sendJson<Cart>('DELETE', path);
  return sendJson<Cart>('PATCH', path, { quantity: change.quantity });
}
