import { SagaState, type JournalEntry, type Saga } from '@tradewind/contracts/order/v1/saga_operations';
import { nextAction, type SagaStatus } from '@tradewind/saga';
import type { SagaView } from '../../application/ports/saga-reader.ts';
import type { OrderSagas } from '../../application/sagas/order-sagas.ts';

const STATES: Record<SagaStatus, SagaState> = {
  running: SagaState.RUNNING,
  compensating: SagaState.COMPENSATING,
  parked: SagaState.PARKED,
  done: SagaState.DONE,
};

/** Undefined: any. */
export function statusOf(state: SagaState): SagaStatus | undefined {
  return (Object.keys(STATES) as SagaStatus[]).find((status) => STATES[status] === state);
}

export function toSaga(view: SagaView, sagas: OrderSagas): Saga {
  const { record, traceId } = view;
  const definition = record.definition === sagas.cancelOrder.name ? sagas.cancelOrder : sagas.placeOrder;
  const action = nextAction(definition, record.state);
  return {
    orderId: record.subjectId,
    definition: record.definition,
    version: record.version,
    state: STATES[record.state.status],
    currentStep: 'name' in action ? action.name : definition.steps[record.state.step]!.name,
    attempts: record.state.attempt,
    startedAt: view.startedAt.toISOString(),
    updatedAt: view.updatedAt.toISOString(),
    deadlineAt: new Date(record.deadlineAt).toISOString(),
    outcome: outcomeOf(record),
    parkedCode: record.state.parked?.reason.code ?? '',
    parkedMessage: record.state.parked?.reason.message ?? '',
    traceId,
    steps: definition.steps.map(({ name, participant, pivot, undo }) => ({
      ...{ name, participant },
      pivot: pivot === true,
      undoable: undo !== undefined,
    })),
    journal: view.journal.map(toEntry),
  };
}

/** How this saga ended, which need not be the order's last word: a confirmed order may have been cancelled by another. */
function outcomeOf({ definition, state }: SagaView['record']): '' | 'confirmed' | 'rejected' | 'cancelled' {
  if (state.status !== 'done') return '';
  if (definition === 'cancel-order') return 'cancelled';
  if (state.failure === null) return 'confirmed';
  return state.failure.code === 'ORDER.CANCELLED_BY_SHOPPER' ? 'cancelled' : 'rejected';
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
