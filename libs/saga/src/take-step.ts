import { isAppError } from '@tradewind/kernel';
import { inSpan } from '@tradewind/observability';
import { jitteredBackoff } from '@tradewind/resilience';
import type { SagaDefinition, SagaShape } from './define-saga.ts';
import { journalEntry, type JournalEntry } from './journal.ts';
import { nextAction, type SagaAction } from './next-action.ts';
import type { SagaRecord, Transition } from './saga-store.ts';
import {
  afterFailure,
  afterSuccess,
  ruleFor,
  type Failure,
  type FailureFacts,
  type SagaState,
} from './transitions.ts';

type Doing<Data, Effect> = Extract<SagaAction<Data, Effect>, { kind: 'run' | 'undo' }>;
type Result<Data> = { update: Partial<Data> | void } | { error: unknown };

interface Step<Data, Effect> {
  transition: Transition<Data, Effect>;
  action: string;
  failed: boolean;
  durationMs: number;
  /** Milliseconds until the same action is tried again; 0 when another follows. */
  wait: number;
}

/** Performs the action that is due and works out the transition to be kept. */
export async function takeStep<Data, Effect>(
  definition: SagaDefinition<Data, Effect>,
  saga: SagaRecord<Data>,
  action: Doing<Data, Effect>,
  now: () => number,
): Promise<Step<Data, Effect>> {
  const attempt = saga.state.attempt + 1;
  const began = performance.now();
  const result = await perform(saga, action, attempt);
  const durationMs = Math.round(performance.now() - began);
  const failed = 'error' in result;
  const at = new Date(now()).toISOString();
  const backoff = failed ? jitteredBackoff(ruleFor(definition, saga.state), attempt, { spread: 0.5 }) : 0;
  const facts = failed ? factsOf(result.error, now() + backoff > saga.deadlineAt) : undefined;
  const decided = facts
    ? afterFailure(definition, saga.state, facts)
    : action.action.call
      ? afterSuccess(definition, saga.state)
      : saga.state; // an effect is folded in below
  const again = failed && decided.status === saga.state.status && decided.step === saga.state.step;
  const wait = again ? backoff : 0;
  const journal: JournalEntry[] = [];
  if (action.action.call) {
    const outcome = !failed ? 'succeeded' : again ? 'retrying' : 'failed';
    const { error = null, ...detail } = facts ?? {};
    journal.push(
      journalEntry(
        { at, step: action.name, direction: action.kind, outcome, attempt },
        { durationMs, error, detail: facts ? detail : null },
      ),
      ...(again ? [] : upcoming(definition, decided, at)),
    );
  }
  const data = failed || !result.update ? saga.data : { ...saga.data, ...result.update };
  const folded = again
    ? { state: decided, effect: undefined }
    : foldEffect(definition, decided, data, at, journal);
  const transition: Transition<Data, Effect> = {
    id: saga.id,
    fence: saga.fence,
    state: folded.state,
    data: folded.state.status === 'done' ? forget(definition, data) : data,
    wakeAt: again ? now() + wait : null,
    journal,
    effect: folded.effect,
  };
  return { transition, action: action.name, failed, durationMs, wait };
}

/** An effect has nothing to call: it happens in the transition itself. */
async function perform<Data, Effect>(
  saga: SagaRecord<Data>,
  action: Doing<Data, Effect>,
  attempt: number,
): Promise<Result<Data>> {
  const { call } = action.action;
  if (!call) return { update: undefined };
  const attributes = { 'saga.step': action.name, 'saga.attempt': attempt, 'saga.id': saga.id };
  try {
    const update = await inSpan(`saga step ${action.name}`, { attributes }, () =>
      call(saga.data, { key: saga.subjectId, attempt }),
    );
    return { update };
  } catch (error) {
    return { error };
  }
}

/** @param late whether the next try would begin after the deadline */
function factsOf(error: unknown, late: boolean): FailureFacts {
  const retryable = !isAppError(error) || error.retryable;
  const certain = isAppError(error) && !error.retryable && error.kind === 'refused';
  return { error: toFailure(error), retryable, certain, late };
}

/**
 * The service's own next change joins this transition: a confirmed order, its event and the journal are one commit.
 * @param journal gets the entries of what is folded in
 */
export function foldEffect<Data, Effect>(
  definition: SagaDefinition<Data, Effect>,
  state: SagaState,
  data: Data,
  at: string,
  journal: JournalEntry[],
): { state: SagaState; effect: Effect | undefined } {
  const action = nextAction(definition, state);
  if ((action.kind !== 'run' && action.kind !== 'undo') || !action.action.effect)
    return { state, effect: undefined };
  const next = afterSuccess(definition, state);
  const done = { at, step: action.name, direction: action.kind, outcome: 'succeeded', attempt: 1 } as const;
  journal.push(journalEntry(done, { durationMs: 0 }), ...upcoming(definition, next, at));
  return { state: next, effect: action.action.effect(data, state.failure) };
}

/** The start of the next action, journaled together with the end of this one: "about to run" is on disk before it runs. */
export function upcoming(definition: SagaShape, state: SagaState, at: string): JournalEntry[] {
  const action = nextAction(definition as SagaDefinition<never, never>, state);
  if (action.kind === 'end') return [];
  if (action.kind === 'wait-for-operator') return [parkedEntry(definition, state, at)];
  const { name: step, kind: direction } = action;
  return [journalEntry({ at, step, direction, outcome: 'started', attempt: state.attempt + 1 })];
}

function parkedEntry(definition: SagaShape, state: SagaState, at: string): JournalEntry {
  const { name, undo } = definition.steps[state.step]!;
  const { from, reason } = state.parked!;
  const direction = from === 'running' ? 'run' : 'undo';
  const step = from === 'running' ? name : undo!.name;
  return journalEntry({ at, step, direction, outcome: 'parked', attempt: state.attempt }, { error: reason });
}

export function forget<Data, Effect>(definition: SagaDefinition<Data, Effect>, data: Data): Data {
  const kept = { ...data };
  for (const key of definition.forget ?? []) delete kept[key];
  return kept;
}

function toFailure(error: unknown): Failure {
  if (isAppError(error)) return { code: error.code, message: error.message };
  return { code: 'INTERNAL', message: 'an unexpected error; the log has it' };
}
