import type { SagaDefinition } from './define-saga.ts';
import { journalEntry, type JournalEntry } from './journal.ts';
import type { SagaRecord, Transition } from './saga-store.ts';
import { foldEffect, forget, upcoming } from './take-step.ts';
import { isPastPivot, turnBack, type Failure } from './transitions.ts';

const CANCELLED: Failure = { code: 'ORDER.CANCELLED_BY_SHOPPER', message: 'the shopper cancelled the order' };

/**
 * Turns a saga back whose cancellation was asked for, before it does anything more.
 * @param begun whether the action that is due may have been tried: it is then undone, too, and a pivot is past
 * @returns undefined when there is nothing to turn back, or no way back any more
 */
export function turnBackOnRequest<Data, Effect>(
  definition: SagaDefinition<Data, Effect>,
  saga: SagaRecord<Data>,
  begun: boolean,
  now: number,
): Transition<Data, Effect> | undefined {
  const { state, data } = saga;
  if (!saga.cancelRequested || state.status !== 'running') return undefined;
  const tried = begun || state.attempt > 0;
  if (isPastPivot(definition, tried ? state.step : state.step - 1)) return undefined;
  const at = new Date(now).toISOString();
  const { name: step } = definition.steps[state.step]!;
  // Its start is in the journal already; this is its end.
  const end = { at, step, direction: 'run', outcome: 'failed', attempt: state.attempt + 1 } as const;
  const back = turnBack(definition, { ...state, failure: CANCELLED }, !tried);
  const journal: JournalEntry[] = [
    journalEntry(end, { error: CANCELLED }),
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
