import {
  SagaState as StateMessage,
  type JournalEntry,
  type Saga,
} from '@tradewind/contracts/order/v1/saga_operations';
import { nextAction, type SagaDefinition, type SagaState, type SagaStatus } from '@tradewind/saga';
import type { SagaView } from '../../application/ports/saga-reader.ts';
import { CANCELLATION } from '../../application/sagas/cancellation.ts';
import type { OrderEffect, OrderSagaData } from '../../application/sagas/order-saga-data.ts';
import type { OrderSagas } from '../../application/sagas/order-sagas.ts';

const STATES: Record<SagaStatus, StateMessage> = {
  running: StateMessage.RUNNING,
  compensating: StateMessage.COMPENSATING,
  parked: StateMessage.PARKED,
  done: StateMessage.DONE,
};

/** Undefined: any. */
export function statusOf(state: StateMessage): SagaStatus | undefined {
  return (Object.keys(STATES) as SagaStatus[]).find((status) => STATES[status] === state);
}

export function toSaga(view: SagaView, sagas: OrderSagas): Saga {
  const { record, traceId } = view;
  // Undefined: of a version that another process knows.
  const definition = sagas.versions.find(record);
  return {
    orderId: record.subjectId,
    definition: record.definition,
    version: record.version,
    state: STATES[record.state.status],
    currentStep: definition ? currentStepOf(definition, record.state) : '',
    attempts: record.state.attempt,
    startedAt: view.startedAt.toISOString(),
    updatedAt: view.updatedAt.toISOString(),
    deadlineAt: new Date(record.deadlineAt).toISOString(),
    outcome: outcomeOf(record),
    parkedCode: record.state.parked?.reason.code ?? '',
    parkedMessage: record.state.parked?.reason.message ?? '',
    traceId,
    steps: (definition?.steps ?? []).map(({ name, participant, pivot, undo }) => ({
      ...{ name, participant },
      pivot: pivot === true,
      undoable: undo !== undefined,
    })),
    journal: view.journal.map(toEntry),
  };
}

function currentStepOf(definition: SagaDefinition<OrderSagaData, OrderEffect>, state: SagaState): string {
  const action = nextAction(definition, state);
  return 'name' in action ? action.name : definition.steps[state.step]!.name;
}

/** How this saga ended, which need not be the order's last word: a confirmed order may have been cancelled by another. */
function outcomeOf(record: SagaView['record']): '' | 'confirmed' | 'rejected' | 'cancelled' {
  const { definition, state, cancelRequested } = record;
  if (state.status !== 'done') return '';
  if (definition === CANCELLATION.definition) return 'cancelled';
  if (state.failure === null) return 'confirmed';
  return cancelRequested ? 'cancelled' : 'rejected';
}

function toEntry({
  sequence,
  at,
  step,
  direction,
  outcome,
  attempt,
  ...entry
}: SagaView['journal'][0]): JournalEntry {
  return {
    ...{ sequence, at, step, direction, outcome, attempt },
    durationMilliseconds: entry.durationMs ?? undefined,
    errorCode: entry.error?.code ?? '',
    errorMessage: entry.error?.message ?? '',
    detailJson: entry.detail ? JSON.stringify(entry.detail) : '',
  };
}
