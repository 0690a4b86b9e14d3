import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getJson, sendJson } from '../client.ts';
import { pace, type List } from './list.ts';

export interface DeadLetter {
  id: string;
  service: string;
  eventId: string;
  type: string;
  aggregateId: string;
  cause: { code: string; message: string };
  attempts: number;
  parkedAt: string;
  data: unknown;
}

export const deadLettersQuery = queryOptions({
  queryKey: ['ops', 'dead-letters'],
  queryFn: ({ signal }) => getJson<List<DeadLetter>>('/ops/api/dead-letters', signal),
  refetchInterval: pace.calm,
});

export function useOperateDeadLetter() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, operation, note }: { id: string; operation: 'replay' | 'discard'; note?: string }) =>
      sendJson<unknown>('POST', `/ops/api/dead-letters/${encodeURIComponent(id)}/${operation}`, { note }),
    onSettled: () => client.invalidateQueries(deadLettersQuery),
  });
}
