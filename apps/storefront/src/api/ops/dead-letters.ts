import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getJson, sendJson, withQuery } from '../client.ts';
import { pace, type Page } from './list.ts';

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
  state: 'parked' | 'waiting' | 'replayed' | 'discarded';
  dueAt: string | null;
  closedAt: string | null;
  operator: string | null;
  note: string | null;
}

export interface LetterFilter {
  /** `open`: parked or waiting. */
  state: DeadLetter['state'] | 'open';
  service: string;
}

const KEY = ['ops', 'dead-letters'];

/** Newest first. */
export function deadLettersQuery(filter: LetterFilter) {
  return infiniteQueryOptions({
    queryKey: [...KEY, filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<DeadLetter>>(
        withQuery('/ops/api/dead-letters', { ...filter, pageSize: 50, pageToken: pageParam }),
        signal,
      ),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    refetchInterval: pace.calm,
  });
}

/** All that is not closed. */
export const openLetters: LetterFilter = { state: 'open', service: '' };

export function useOperateDeadLetter() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, operation, note }: { id: string; operation: 'replay' | 'discard'; note?: string }) =>
      sendJson<unknown>('POST', `/ops/api/dead-letters/${encodeURIComponent(id)}/${operation}`, { note }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
