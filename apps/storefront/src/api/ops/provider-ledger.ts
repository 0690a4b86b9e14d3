import { queryOptions } from '@tanstack/react-query';
import { getJson, withQuery } from '../client.ts';
import { pace } from './list.ts';

export interface ProviderEntry {
  orderId: string;
  kind: 'authorization' | 'capture' | 'void' | 'refund';
  amount: number;
  currency: string;
  at: string;
}

/** What the payment provider wrote down for one order: the outside view of the money. */
export function providerLedgerQuery(orderId: string) {
  return queryOptions({
    queryKey: ['ops', 'provider-ledger', orderId],
    queryFn: ({ signal }) =>
      getJson<ProviderEntry[]>(withQuery('/ops/api/provider-ledger', { orderId }), signal),
    refetchInterval: pace.calm,
  });
}
