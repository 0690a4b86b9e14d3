import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getJson, sendJson } from '../client.ts';
import { pace, type List } from './list.ts';

export interface ReadModelJob {
  kind: 'rebuild' | 'verification';
  state: 'requested' | 'running' | 'done' | 'failed';
  requestedBy: string;
  requestedAt: string;
  /** Records of the log that were read, of so many. */
  handled: number;
  total: number;
  /** `null` unless the model was compared with the fold of its events. */
  differences: number | null;
  detail: string;
  finishedAt: string | null;
}

export interface ReadModel {
  service: string;
  name: string;
  tables: string[];
  eventTypes: string[];
  rows: number;
  job: ReadModelJob | null;
}

export const isBusy = ({ job }: ReadModel): boolean => job?.state === 'requested' || job?.state === 'running';

export const readModelsQuery = queryOptions({
  queryKey: ['ops', 'read-models'],
  queryFn: ({ signal }) => getJson<List<ReadModel>>('/ops/api/read-models', signal),
  // While something is being done its progress is worth watching.
  refetchInterval: ({ state }) => (state.data?.items.some(isBusy) ? 500 : pace.calm),
});

export function useOperateReadModel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ model, operation }: { model: ReadModel; operation: ReadModelJob['kind'] }) =>
      sendJson<unknown>('POST', `/ops/api/read-models/${model.service}/${model.name}/${operation}`),
    onSettled: () => client.invalidateQueries(readModelsQuery),
  });
}
