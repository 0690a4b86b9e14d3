import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../client.ts';
import { pace, type List } from './list.ts';

/** The golden signals of one process. Rates are per second, shares between 0 and 1. */
export interface ProcessSignals {
  at: string;
  requestsPerSecond: number;
  errorRate: number;
  /** `null` when nothing was asked. */
  p50Ms: number | null;
  p99Ms: number | null;
  /** How many cores it keeps busy. */
  cores: number;
}

export interface ServiceSignals extends ProcessSignals {
  service: string;
  /** The last five minutes, oldest first. */
  history: ProcessSignals[];
}

export const signalsQuery = queryOptions({
  queryKey: ['ops', 'signals'],
  queryFn: ({ signal }) => getJson<List<ServiceSignals>>('/ops/api/signals', signal),
  refetchInterval: pace.calm,
});
