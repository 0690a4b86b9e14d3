import { SagaState, type JournalEntry, type Saga } from '@tradewind/contracts/order/v1/saga_operations';

const STATE_NAMES = {
  [SagaState.RUNNING]: 'running',
  [SagaState.COMPENSATING]: 'compensating',
  [SagaState.PARKED]: 'parked',
  [SagaState.DONE]: 'done',
  [SagaState.UNSPECIFIED]: 'running',
} as const;

export const STATES: Record<string, SagaState> = {
  running: SagaState.RUNNING,
  compensating: SagaState.COMPENSATING,
  parked: SagaState.PARKED,
  done: SagaState.DONE,
};

export function toSummary(saga: Saga) {
  const { orderId, definition, version, currentStep, attempts, startedAt, updatedAt, deadlineAt, traceId } =
    saga;
  return {
    ...{ orderId, definition, version, currentStep, attempts, startedAt, updatedAt, deadlineAt, traceId },
    state: STATE_NAMES[saga.state],
    outcome: saga.outcome || null,
    parkedReason: saga.parkedCode ? { code: saga.parkedCode, message: saga.parkedMessage } : null,
  };
}

export function toSaga(saga: Saga) {
  return { ...toSummary(saga), steps: saga.steps, journal: saga.journal.map(toEntry) };
}

function toEntry({ sequence, at, step, direction, outcome, attempt, ...entry }: JournalEntry) {
  return {
    ...{ sequence, at, step, direction, outcome, attempt },
    durationMs: entry.durationMilliseconds ?? null,
    error: entry.errorCode ? { code: entry.errorCode, message: entry.errorMessage } : null,
    detail: entry.detailJson ? (JSON.parse(entry.detailJson) as unknown) : null,
  };
}
