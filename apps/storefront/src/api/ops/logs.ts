import { queryOptions } from '@tanstack/react-query';
import { getJson, withQuery } from '../client.ts';
import { pace, type List } from './list.ts';

export interface LogLine {
  at: string;
  service: string;
  level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';
  message: string;
  traceId: string | null;
  spanId: string | null;
  fields: Record<string, unknown>;
}

/** Empty: all. `level` is the lowest that is shown. */
export interface LogFilter {
  service: string;
  level: string;
  traceId: string;
}

/** The latest lines that the processes keep in memory, newest first. */
export function logsQuery(filter: LogFilter) {
  return queryOptions({
    queryKey: ['ops', 'logs', filter],
    queryFn: ({ signal }) =>
      getJson<List<LogLine>>(withQuery('/ops/api/logs', { ...filter, limit: 200 }), signal),
    refetchInterval: pace.live,
  });
}
