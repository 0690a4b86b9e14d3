import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../client.ts';
import { pace } from './list.ts';

export interface ServiceProcess {
  name: string;
  pid: number | null;
  version: string;
  status: string;
  ready: boolean;
  rssBytes: number | null;
  uptimeSeconds: number | null;
  restarts: number;
}

export const servicesQuery = queryOptions({
  queryKey: ['ops', 'services'],
  queryFn: ({ signal }) => getJson<ServiceProcess[]>('/ops/api/services', signal),
  refetchInterval: pace.live,
});
