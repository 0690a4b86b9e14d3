import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../client.ts';
import { pace } from './list.ts';

export interface Invariant {
  id: string;
  title: string;
  holds: boolean;
  differences: unknown[];
}

export interface Reconciliation {
  checkedAt: string;
  invariants: Invariant[];
}

export const reconciliationQuery = queryOptions({
  queryKey: ['ops', 'reconciliation'],
  queryFn: ({ signal }) => getJson<Reconciliation>('/ops/api/reconciliation', signal),
  refetchInterval: pace.calm * 2,
});
