import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../client.ts';
import { pace, type List } from './list.ts';

/** How one service protects itself from one dependency, and how that goes. Absent policies are not in use. */
export interface Resilience {
  service: string;
  dependency: string;
  policies: {
    deadlineMs?: number | null;
    retry?: { attempts: number } | null;
    breaker?: { state: 'closed' | 'open' | 'half-open'; failureRate: number; openedAt: string | null } | null;
    bulkhead?: { limit: number; inUse: number; queued: number } | null;
  };
  calls: { total: number; failed: number; retried: number; rejected: number };
}

export const resilienceQuery = queryOptions({
  queryKey: ['ops', 'resilience'],
  queryFn: ({ signal }) => getJson<List<Resilience>>('/ops/api/resilience', signal),
  refetchInterval: pace.live,
});
