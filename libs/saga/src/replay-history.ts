import { isAppError } from '@tradewind/kernel';
import { stateAfter, type SagaDecision } from './decide-parked.ts';
import type { SagaShape } from './define-saga.ts';
import type { JournalEntry } from './journal.ts';
import { afterFailure, afterSuccess, isPastPivot, turnBack } from './transitions.ts';
import type { FailureFacts, SagaState } from './transitions.ts';

type RecordedEntry = Pick<JournalEntry, 'step' | 'direction' | 'outcome' | 'attempt'> &
  Partial<Pick<JournalEntry, 'error' | 'detail'>>;

/** A saga's journal as it was recorded, from its first action. */
export interface SagaHistory {
  journal: readonly RecordedEntry[];
  /** What the saga's row said after the last entry. */
  status: SagaState['status'];
}

/** The first place where the definition would act differently. */
export interface Divergence {
  /** Of the entry in the journal; the journal's length when only the end differs. */
  index: number;
  recorded: string;
  expected: string;
}

/** Where a replay stands; `begun`: the start of the due action has been seen. */
interface Standing {
  state: SagaState;
  begun: boolean;
}

/**
 * Folds a recorded journal through the transitions: would this definition have done the same? It calls nobody.
 * @returns where the saga stands in the end, or the first difference
 */
export function replayHistory(
  definition: SagaShape,
  { journal, status }: SagaHistory,
): { state: SagaState } | { divergence: Divergence } {
  const first: SagaState = { status: 'running', step: 0, attempt: 0, failure: null, parked: null };
  let standing: Standing = { state: first, begun: false };
  for (const [index, entry] of journal.entries()) {
    const recorded = lineOf(entry);
    const expected = expectedLine(definition, standing, entry);
    if (recorded !== expected) return { divergence: { index, recorded, expected } };
    standing = after(definition, standing, entry);
  }
  const { state } = standing;
  if (state.status === status) return { state };
  return { divergence: { index: journal.length, recorded: status, expected: state.status } };
}

function lineOf({ direction, step, outcome, attempt }: RecordedEntry): string {
  return `${direction} ${step} ${outcome} ${attempt}`;
}

/** What the definition would have journaled here. An outcome that only the world decides is taken from the record. */
function expectedLine(definition: SagaShape, { state, begun }: Standing, entry: RecordedEntry): string {
  if (state.status === 'done') return 'the end';
  const undoing = (state.parked?.from ?? state.status) === 'compensating';
  const { name, undo } = definition.steps[state.step]!;
  const action = undoing ? `undo ${undo!.name}` : `run ${name}`;
  if (state.status === 'parked') return expectedOfParked(definition, state, entry, action, begun);
  const attempt = state.attempt + 1;
  if (!begun) return `${action} started ${attempt}`;
  if (entry.outcome !== 'failed' && entry.outcome !== 'retrying') return `${action} succeeded ${attempt}`;
  return `${action} ${expectedOfFailure(definition, state, entry)} ${attempt}`;
}

function expectedOfParked(
  definition: SagaShape,
  state: SagaState,
  entry: RecordedEntry,
  action: string,
  said: boolean,
): string {
  if (!said) return `${action} parked ${state.attempt}`;
  try {
    stateAfter(definition, state, decisionOf(entry));
    return `${action} resolved 0`;
  } catch (error) {
    if (isAppError(error)) return `no ${decisionOf(entry)}: ${error.code}`;
    throw error;
  }
}

function expectedOfFailure(
  definition: SagaShape,
  state: SagaState,
  { error, detail, outcome }: RecordedEntry,
): string {
  if (!error || !detail) return `${outcome} with its facts`;
  if (detail['unasked']) {
    const pivot = isPastPivot(definition, detail['certain'] ? state.step - 1 : state.step);
    return pivot || state.status !== 'running' ? 'no way back' : 'failed';
  }
  const next = afterFailure(definition, state, factsOf({ error, detail }));
  return next.status === state.status && next.step === state.step ? 'retrying' : 'failed';
}

function after(definition: SagaShape, { state }: Standing, entry: RecordedEntry): Standing {
  const { error, detail } = entry;
  switch (entry.outcome) {
    case 'started':
    case 'parked':
      return { state, begun: true };
    case 'succeeded':
      return { state: afterSuccess(definition, state), begun: false };
    case 'resolved':
      return { state: stateAfter(definition, state, decisionOf(entry)), begun: false };
    case 'retrying':
    case 'failed':
      if (detail?.['unasked'])
        return {
          state: turnBack(definition, { ...state, failure: error ?? null }, detail['certain'] === true),
          begun: false,
        };
      return {
        state: afterFailure(definition, state, factsOf({ error, detail })),
        begun: entry.outcome === 'retrying',
      };
  }
}

function factsOf({ error, detail }: Pick<RecordedEntry, 'error' | 'detail'>): FailureFacts {
  const is = (fact: string): boolean => detail?.[fact] === true;
  return { error: error!, retryable: is('retryable'), certain: is('certain'), late: is('late') };
}

function decisionOf({ detail }: RecordedEntry): SagaDecision {
  return detail?.['decision'] as SagaDecision;
}
