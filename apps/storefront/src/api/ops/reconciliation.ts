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

/** Seconds that the kept result of the scheduled check may be old. */
const MAX_AGE = 20;

export const reconciliationQuery = queryOptions({
  queryKey: ['ops', 'reconciliation'],
  queryFn: ({ signal }) => getJson<Reconciliation>(`/ops/api/reconciliation?maxAge=${MAX_AGE}`, signal),
  refetchInterval: pace.calm * 2,
});

/** Compares anew, however young the last result is. */
export const checkNow = (): Promise<Reconciliation> => getJson<Reconciliation>('/ops/api/reconciliation');
