import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getJson, sendJson, withQuery } from '../client.ts';
import { pace, type Page } from './list.ts';

export const sagaStates = ['running', 'compensating', 'parked', 'done'] as const;
export type SagaState = (typeof sagaStates)[number];

export interface Saga {
  orderId: string;
  definition: string;
  version: number;
  state: SagaState;
  currentStep: string | null;
  attempts: number;
  startedAt: string;
  updatedAt: string;
  deadlineAt: string | null;
  outcome: 'confirmed' | 'rejected' | 'cancelled' | null;
  parkedReason: { code: string; message: string } | null;
  traceId: string | null;
}

export interface SagaStep {
  name: string;
  participant: string;
  pivot: boolean;
  undoable: boolean;
}

export interface JournalEntry {
  sequence: number;
  at: string;
  step: string;
  direction: 'run' | 'undo';
  outcome: 'started' | 'succeeded' | 'failed' | 'retrying' | 'parked' | 'resolved';
  attempt: number;
  durationMs: number | null;
  error: { code: string; message: string } | null;
  detail: unknown;
}

export interface SagaDetail extends Saga {
  steps: SagaStep[];
  journal: JournalEntry[];
}

const sagasKey = ['ops', 'sagas'] as const;
const sagaPath = (orderId: string) => `/ops/api/sagas/${encodeURIComponent(orderId)}`;

export function sagasQuery(state: SagaState | null, pageSize = 50) {
  return infiniteQueryOptions({
    queryKey: [...sagasKey, state, pageSize],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<Saga>>(withQuery('/ops/api/sagas', { state, pageSize, pageToken: pageParam }), signal),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    refetchInterval: pace.calm,
  });
}

/** Follows quickly while the saga moves, and rests when it is done. */
export function sagaQuery(orderId: string) {
  return queryOptions({
    queryKey: [...sagasKey, 'one', orderId],
    queryFn: ({ signal }) => getJson<SagaDetail>(sagaPath(orderId), signal),
    refetchInterval: (query) => (query.state.data?.state === 'done' ? pace.calm : pace.live / 2),
  });
}

export type SagaOperation = 'retry' | 'compensate' | 'resolve';

/** Accepted with 202 and written to the audit log; the effect shows in the journal. */
export function useOperateSaga(orderId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ operation, note }: { operation: SagaOperation; note: string }) =>
      sendJson<unknown>('POST', `${sagaPath(orderId)}/${operation}`, { note }),
    onSettled: () => client.invalidateQueries({ queryKey: sagasKey }),
  });
}
