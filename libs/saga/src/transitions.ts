import { AppError } from '@tradewind/kernel';
import type { RetryRule, SagaShape } from './define-saga.ts';

export type SagaStatus = 'running' | 'compensating' | 'parked' | 'done';

export interface Failure {
  code: string;
  message: string;
}

/** Where a saga stands. Plain data: it is a row, and the input of pure functions. */
export interface SagaState {
  status: SagaStatus;
  /** Index of the step that runs or is undone; while done: the last one. */
  step: number;
  /** Tries of the current action that have ended. */
  attempt: number;
  /** Why it turned back. */
  failure: Failure | null;
  /** What it did when it was parked, and why it was. */
  parked: { from: 'running' | 'compensating'; reason: Failure } | null;
}

/** What is known of a failure. All of it is journaled, so that a recorded history can be replayed. */
export interface FailureFacts {
  error: Failure;
  /** Whether trying again can help. */
  retryable: boolean;
  /** Whether it is certain that nothing happened at the participant: then this step needs no undo. */
  certain: boolean;
  /** Whether the next try would begin after the saga's deadline. */
  late: boolean;
}

/** The state after the current action worked. */
export function afterSuccess(definition: SagaShape, state: SagaState): SagaState {
  const { steps } = definition;
  if (state.status === 'compensating') return undoFrom(definition, { ...state, attempt: 0 }, state.step - 1);
  if (state.step === steps.length - 1) return { ...state, status: 'done', attempt: 0 };
  return { ...state, step: state.step + 1, attempt: 0 };
}

/** The state after the current action failed: try again, turn back, or park. */
export function afterFailure(definition: SagaShape, state: SagaState, facts: FailureFacts): SagaState {
  const { attempts } = ruleFor(definition, state);
  const tried = { ...state, attempt: state.attempt + 1 };
  const canTurnBack = state.status === 'running' && !isPastPivot(definition, state.step);
  const again = facts.retryable && tried.attempt < attempts && !(facts.late && canTurnBack);
  if (again) return tried;
  if (!canTurnBack) {
    const stubborn = !facts.retryable || tried.attempt >= attempts;
    return stubborn ? park(tried, facts.error) : tried;
  }
  return turnBack(definition, { ...tried, failure: facts.error }, facts.certain);
}

/** How the current action is tried. */
export function ruleFor(definition: SagaShape, state: SagaState): RetryRule {
  return state.status === 'compensating' ? definition.undoRetry : definition.steps[state.step]!.retry;
}

/** Compensation begins: with this step's own undo, unless it is certain that it had no effect. */
export function turnBack(definition: SagaShape, state: SagaState, certain: boolean): SagaState {
  const compensating: SagaState = { ...state, status: 'compensating', attempt: 0 };
  return undoFrom(definition, compensating, certain ? state.step - 1 : state.step);
}

/** The pivot itself counts as past: once it was tried nobody knows whether it worked. */
export function isPastPivot(definition: SagaShape, step: number): boolean {
  const pivot = definition.steps.findIndex((candidate) => candidate.pivot);
  return pivot >= 0 && step >= pivot;
}

function park(state: SagaState, reason: Failure): SagaState {
  return { ...state, status: 'parked', parked: { from: state.status as 'running' | 'compensating', reason } };
}

/** An operator lets the parked action be tried again. */
export function retryParked(state: SagaState): SagaState {
  return { ...state, status: parkedIn(state).from, attempt: 0, parked: null };
}

/** An operator turns a parked saga back; past the pivot there is no way back. */
export function compensateParked(definition: SagaShape, state: SagaState): SagaState {
  const { from, reason } = parkedIn(state);
  if (from === 'compensating') return retryParked(state);
  if (isPastPivot(definition, state.step)) {
    throw new AppError('refused', 'SAGA.PAST_PIVOT', 'the saga is past its pivot and can only go forward');
  }
  return turnBack(definition, { ...state, parked: null, failure: reason }, false);
}

/** An operator has done the parked action by hand: it counts as done. */
export function resolveParked(definition: SagaShape, state: SagaState): SagaState {
  return afterSuccess(definition, retryParked(state));
}

function parkedIn(state: SagaState): NonNullable<SagaState['parked']> {
  if (!state.parked) throw new AppError('refused', 'SAGA.NOT_PARKED', 'the saga is not parked');
  return state.parked;
}

function undoFrom(definition: SagaShape, state: SagaState, from: number): SagaState {
  for (let step = from; step >= 0; step--) {
    if (definition.steps[step]!.undo) return { ...state, step };
  }
  return { ...state, status: 'done', step: 0 };
}
