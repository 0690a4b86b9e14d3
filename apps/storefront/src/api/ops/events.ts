import { infiniteQueryOptions } from '@tanstack/react-query';
import { getJson, withQuery } from '../client.ts';
import { pace, type Page } from './list.ts';

export interface LoggedEvent {
  id: string;
  type: string;
  topic: string;
  partition: number;
  offset: number | string;
  aggregateId: string;
  source: string;
  time: string;
  traceId: string | null;
  data: unknown;
}

export interface EventFilter {
  aggregateId: string;
  type: string;
}

/** Newest first. */
export function eventsQuery(filter: EventFilter) {
  return infiniteQueryOptions({
    queryKey: ['ops', 'events', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<LoggedEvent>>(
        withQuery('/ops/api/events', { ...filter, pageSize: 50, pageToken: pageParam }),
        signal,
      ),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    refetchInterval: pace.calm,
  });
}
