import type { SagaDefinition, SagaShape } from './define-saga.ts';
import { journalEntry, type JournalEntry } from './journal.ts';
import type { SagaRecord, Transition } from './saga-store.ts';
import { foldEffect, forget, upcoming } from './take-step.ts';
import { compensateParked, resolveParked, retryParked, type SagaState } from './transitions.ts';

/** Try the parked action again; turn the saga back; or take the action as done by hand. */
export type SagaDecision = 'retry' | 'compensate' | 'resolve';

/** Who decided, and why: kept in the journal. */
export interface Decided {
  decision: SagaDecision;
  operator: string;
  note: string;
}

/**
 * What an operator decided about a parked saga, as the transition that is to be kept.
 * @throws AppError SAGA.NOT_PARKED, SAGA.PAST_PIVOT
 */
export function decideParked<Data, Effect>(
  definition: SagaDefinition<Data, Effect>,
  saga: SagaRecord<Data>,
  decided: Decided,
  now: number,
): Transition<Data, Effect> {
  const { id, fence, state, data } = saga;
  const next = stateAfter(definition, state, decided.decision);
  const at = new Date(now).toISOString();
  const undoing = state.parked?.from === 'compensating';
  const { name, undo } = definition.steps[state.step]!;
  const step = undoing ? undo!.name : name;
  const entry = { at, step, direction: undoing ? 'undo' : 'run', outcome: 'resolved', attempt: 0 } as const;
  const journal: JournalEntry[] = [
    journalEntry(entry, { detail: { ...decided } }),
    ...upcoming(definition, next, at),
  ];
  const folded = foldEffect(definition, next, data, at, journal);
  const kept = folded.state.status === 'done' ? forget(definition, data) : data;
  return { id, fence, state: folded.state, data: kept, wakeAt: null, journal, effect: folded.effect };
}

/** The state of a parked saga after the decision. */
export function stateAfter(definition: SagaShape, state: SagaState, decision: SagaDecision): SagaState {
  switch (decision) {
    case 'retry':
      return retryParked(state);
    case 'compensate':
      return compensateParked(definition, state);
    case 'resolve':
      return resolveParked(definition, state);
  }
}
