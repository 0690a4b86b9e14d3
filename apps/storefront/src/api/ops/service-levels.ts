import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../client.ts';
import { pace } from './list.ts';

export interface ServiceLevel {
  name: string;
  title: string;
  /** Shares between 0 and 1. */
  objective: number;
  attained: number;
  budgetLeft: number;
  window: string;
  burn: { fast: number; slow: number };
}

export interface Signals {
  requestsPerSecond: number;
  errorRate: number;
  /** `null` when nothing was asked. */
  p50Ms: number | null;
  p99Ms: number | null;
  ordersPerMinute: number;
}

export interface ServiceLevels {
  items: ServiceLevel[];
  signals: Signals;
  /** The last five minutes, oldest first. */
  history: Signals[];
}

export const serviceLevelsQuery = queryOptions({
  queryKey: ['ops', 'service-levels'],
  queryFn: ({ signal }) => getJson<ServiceLevels>('/ops/api/service-levels', signal),
  refetchInterval: pace.live,
});
