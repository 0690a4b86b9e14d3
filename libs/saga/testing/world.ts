import type { RetryRule, SagaDefinition } from '../src/define-saga.ts';
import type { JournalEntry } from '../src/journal.ts';
import { nextAction } from '../src/next-action.ts';
import type { SagaRecord, Transition } from '../src/saga-store.ts';
import { takeStep } from '../src/take-step.ts';
import { ruleFor, type Failure } from '../src/transitions.ts';
import { turnBackUnasked } from '../src/turn-back-unasked.ts';
import { recordingParticipants, type RecordedCall } from './recorder.ts';

/** The subject of every story's saga: calls must carry it as their key. */
export const SUBJECT = '01990000-0000-7000-8000-000000000001';
const BEGAN = Date.UTC(2026, 0, 1);

/** Makes the definition for participants that the kit provides. */
export type Build<Participants, Data, Effect> = (participants: Participants) => SagaDefinition<Data, Effect>;

/** What a story can be asked for. Each is compared deeply. */
export interface Facts<Data, Effect> {
  state: { status: string; due?: string; tries?: number; failure?: Failure; parked?: Failure };
  /** How what is due is tried. */
  rule: RetryRule;
  /** Milliseconds from the start. */
  deadline: number;
  data: Data;
  /** One line for each entry: direction, step, outcome, attempt, and the code of its error. */
  journal: string[];
  calls: RecordedCall[];
  effects: Effect[];
}

/** One saga, the rules that move it, and what they caused. There is no database: what is kept is kept here. */
export class World<Participants extends object, Data, Effect> {
  readonly definition: SagaDefinition<Data, Effect>;
  readonly calls: RecordedCall[] = [];
  readonly journal: JournalEntry[] = [];
  readonly effects: Effect[] = [];
  record: SagaRecord<Data>;
  now = BEGAN;
  /** Whether another process may have begun what is due. */
  begun = false;
  private answer: () => Promise<unknown> = async () => undefined;

  constructor(build: Build<Participants, Data, Effect>, data: Data) {
    this.definition = build(recordingParticipants<Participants>(this.calls, () => this.answer()));
    const { name: definition, version, deadline, steps } = this.definition;
    // What opens the saga is an effect of the command's own: it is done when a runner gets the saga.
    const step = steps[0]?.run.effect ? 1 : 0;
    this.record = {
      ...{ id: SUBJECT, subjectId: SUBJECT, definition, version, data, fence: 1, traceparent: undefined },
      state: { status: 'running', step, attempt: 0, failure: null, parked: null },
      deadlineAt: BEGAN + deadline,
      cancelRequested: false,
    };
  }

  /** What a runner does next: turn back if there is reason to, else perform what is due. */
  async act(answer: () => Promise<unknown>): Promise<void> {
    const action = nextAction(this.definition, this.record.state);
    if (action.kind === 'end' || action.kind === 'wait-for-operator') {
      throw new Error(`nothing is due any more: the saga is ${this.record.state.status}`);
    }
    this.answer = answer;
    const { transition } = await takeStep(this.definition, this.record, action, () => this.now);
    this.keep(transition);
    this.turnBackIfAsked();
  }

  turnBackIfAsked(): void {
    const back = turnBackUnasked(this.definition, this.record, this.begun, this.now);
    if (back) this.keep(back);
  }

  keep({ state, data, journal, effect }: Transition<Data, Effect>): void {
    this.record = { ...this.record, state, data };
    this.journal.push(...journal);
    if (effect !== undefined) this.effects.push(effect);
    this.begun = false;
  }

  /** What happened so far is not part of the story. */
  forgetPast(): void {
    for (const past of [this.calls, this.journal, this.effects]) past.length = 0;
  }

  facts(): Facts<Data, Effect> {
    const { state, data } = this.record;
    const { status, attempt: tries, failure, parked } = state;
    const action = nextAction(this.definition, { ...state, status: parked?.from ?? status });
    const due = 'name' in action ? { due: action.name, tries } : {};
    return {
      state: {
        ...{ status, ...due },
        ...(failure ? { failure } : {}),
        ...(parked ? { parked: parked.reason } : {}),
      },
      rule: ruleFor(this.definition, { ...state, status: parked?.from ?? status }),
      data,
      deadline: this.record.deadlineAt - BEGAN,
      journal: this.journal.map(lineOf),
      calls: this.calls,
      effects: this.effects,
    };
  }
}

function lineOf({ direction, step, outcome, attempt, error, detail }: JournalEntry): string {
  if (outcome === 'resolved') {
    const { decision, operator, note } = detail ?? {};
    return `${direction} ${step} ${decision as string} by ${operator as string}: ${note as string}`;
  }
  return `${direction} ${step} ${outcome} ${attempt}${error ? ` ${error.code}` : ''}`;
}
