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
    /** Retries that are allowed right now, and how many were not allowed so far. */
    budget?: { left: number; burst: number; refused: number } | null;
    breaker?: { state: 'closed' | 'open' | 'half-open'; failureRate: number; openedAt: string | null } | null;
    bulkhead?: { limit: number; inUse: number; queued: number } | null;
  };
  calls: { total: number; failed: number; retried: number; rejected: number };
}

/** What protects a process as a whole; facts differ by kind. */
export type Guard = { service: string; name: string } & (
  | {
      kind: 'rate-limit';
      algorithm: string;
      limit: number;
      windowMs: number;
      burst: number;
      shared: boolean;
      allowed: number;
      refused: number;
    }
  | { kind: 'load-shedder'; limit: number; inFlight: number; shed: Record<string, number> }
  | { kind: 'stale-cache'; entries: number; fresh: number; loaded: number; stale: number; failed: number }
);

export const resilienceQuery = queryOptions({
  queryKey: ['ops', 'resilience'],
  queryFn: ({ signal }) => getJson<List<Resilience> & { guards: Guard[] }>('/ops/api/resilience', signal),
  refetchInterval: pace.live,
});
