import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getJson, sendJson } from '../client.ts';
import { pace, type List } from './list.ts';

export interface Fault {
  name: string;
  /** The same for every process that can have it, such as `database-slow`. */
  kind: string;
  group: 'calls' | 'provider' | 'mail' | 'events' | 'databases' | 'processes' | 'certificates';
  /** The process that has it; `system` when several have. */
  service: string;
  title: string;
  /** What a person will see while the switch is on. */
  expect: string;
  /** What happens once it is off. */
  after: string;
  /** What answers it, and where in the control room that shows. */
  pattern: string;
  see: string;
  enabled: boolean;
  /** Null, like the four that follow: it is on or off. */
  unit: string | null;
  value: number | null;
  defaultValue: number | null;
  minimum: number | null;
  maximum: number | null;
  expiresAt: string | null;
  /** Why it cannot be thrown here. */
  notApplicable: string | null;
}

interface FaultChange extends Pick<Fault, 'name' | 'enabled' | 'value'> {
  lastsSeconds: number;
}

export const faultsQuery = queryOptions({
  queryKey: ['ops', 'faults'],
  queryFn: ({ signal }) => getJson<List<Fault>>('/ops/api/faults', signal),
  refetchInterval: pace.calm,
});

export function useSetFault() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, ...change }: FaultChange) =>
      sendJson<unknown>('PUT', `/ops/api/faults/${encodeURIComponent(name)}`, change),
    onSettled: () => client.invalidateQueries(faultsQuery),
  });
}

export function useClearFaults() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => sendJson<unknown>('DELETE', '/ops/api/faults'),
    onSettled: () => client.invalidateQueries(faultsQuery),
  });
}
