import type { SagaDefinition } from './define-saga.ts';
import { journalEntry, type JournalEntry } from './journal.ts';
import type { SagaRecord, Transition } from './saga-store.ts';
import { foldEffect, forget, upcoming } from './take-step.ts';
import { isPastPivot, turnBack, type Failure } from './transitions.ts';

const CANCELLED: Failure = { code: 'SAGA.CANCELLED', message: 'it was cancelled' };
const LATE: Failure = { code: 'SAGA.DEADLINE_EXCEEDED', message: 'it took too long' };

/**
 * Turns a saga back that was cancelled, or whose time is over, before it does anything more.
 * @param begun whether the action that is due may have been tried: it is then undone, too, and a pivot is past
 * @returns undefined when there is no reason to turn back, or no way back any more
 */
export function turnBackUnasked<Data, Effect>(
  definition: SagaDefinition<Data, Effect>,
  saga: SagaRecord<Data>,
  begun: boolean,
  now: number,
): Transition<Data, Effect> | undefined {
  const { state, data } = saga;
  const reason = reasonToTurnBack(definition, saga, now);
  if (!reason || state.status !== 'running') return undefined;
  const tried = begun || state.attempt > 0;
  if (isPastPivot(definition, tried ? state.step : state.step - 1)) return undefined;
  const at = new Date(now).toISOString();
  const { name: step } = definition.steps[state.step]!;
  // Its start is in the journal already; this is its end.
  const end = { at, step, direction: 'run', outcome: 'failed', attempt: state.attempt + 1 } as const;
  const back = turnBack(definition, { ...state, failure: reason }, !tried);
  const journal: JournalEntry[] = [
    journalEntry(end, { error: reason, detail: { unasked: true, certain: !tried } }),
    ...upcoming(definition, back, at),
  ];
  const folded = foldEffect(definition, back, data, at, journal);
  return {
    id: saga.id,
    fence: saga.fence,
    state: folded.state,
    data: folded.state.status === 'done' ? forget(definition, data) : data,
    wakeAt: null,
    journal,
    effect: folded.effect,
  };
}

function reasonToTurnBack<Data, Effect>(
  { reasons }: SagaDefinition<Data, Effect>,
  { cancelRequested, deadlineAt }: SagaRecord<Data>,
  now: number,
): Failure | undefined {
  if (cancelRequested) return reasons?.cancelled ?? CANCELLED;
  return now > deadlineAt ? (reasons?.late ?? LATE) : undefined;
}
