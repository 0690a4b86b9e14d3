import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getJson, sendJson } from '../client.ts';
import { pace, type List } from './list.ts';

export interface Fault {
  name: string;
  service: string;
  title: string;
  /** What a person will see when the switch is on. */
  expect: string;
  enabled: boolean;
  value: number | string | null;
  unit: string | null;
  defaultValue: number | string | null;
  expiresAt: string | null;
}

export const faultsQuery = queryOptions({
  queryKey: ['ops', 'faults'],
  queryFn: ({ signal }) => getJson<List<Fault>>('/ops/api/faults', signal),
  refetchInterval: pace.calm,
});

export function useSetFault() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, enabled, value }: Pick<Fault, 'name' | 'enabled' | 'value'>) =>
      sendJson<unknown>('PUT', `/ops/api/faults/${encodeURIComponent(name)}`, { enabled, value }),
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
