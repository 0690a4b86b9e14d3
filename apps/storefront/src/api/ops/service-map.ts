import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../client.ts';
import { pace } from './list.ts';

interface MapNode {
  name: string;
  kind: 'caller' | 'service' | 'database' | 'external';
}

/** What went from one to another in the last minutes, as far as it was traced. */
export interface MapEdge {
  from: string;
  to: string;
  kind: 'http' | 'grpc' | 'sql' | 'event';
  calls: number;
  errors: number;
  p50Ms: number;
  p99Ms: number;
}

export interface ServiceMap {
  since: string;
  traces: number;
  nodes: MapNode[];
  edges: MapEdge[];
}

export const serviceMapQuery = queryOptions({
  queryKey: ['ops', 'service-map'],
  queryFn: ({ signal }) => getJson<ServiceMap>('/ops/api/service-map', signal),
  refetchInterval: pace.calm,
});
