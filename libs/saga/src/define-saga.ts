import type { Failure } from './transitions.ts';

/** What a step gets besides the saga's data. */
export interface StepCall {
  /** The saga's subject: the order's id. It is the key of every call, so a repeated call has no second effect. */
  key: string;
  attempt: number;
}

export interface RetryRule {
  /** Tries in all. After the last, a step before the pivot turns the saga back; a later one parks it. */
  attempts: number;
  /** Milliseconds before the second try; doubles each time, with jitter. */
  initial: number;
  maximum: number;
}

/** An action that is done by somebody else (a call), or by the service itself in the journal's own transaction (an effect). */
type Action<Data, Effect> =
  | { call: (data: Data, call: StepCall) => Promise<Partial<Data> | void>; effect?: never }
  | { effect: (data: Data, failure: Failure | null) => Effect; call?: never };

export interface SagaStep<Data, Effect> {
  name: string;
  /** Who does it, for people. */
  participant: string;
  run: Action<Data, Effect>;
  /** Works without any answer of `run`: its key exists before `run` is called. */
  undo?: Action<Data, Effect> & { name: string };
  /** From here the saga only goes forward. */
  pivot?: true;
  retry: RetryRule;
}

/** What the pure rules need to know of a definition. */
export interface SagaShape {
  /** How an undo is tried: it must be done in the end, so generously; after the last try the saga is parked. */
  undoRetry: RetryRule;
  steps: readonly { name: string; undo?: { name: string }; pivot?: true; retry: RetryRule }[];
}

export interface SagaDefinition<Data, Effect> extends SagaShape {
  name: string;
  /** Grows when the steps change; a running saga ends by the version it began with. */
  version: number;
  /** Milliseconds from the start after which nothing up to the pivot is begun or tried again. */
  deadline: number;
  /** Why it turned back, when no step said so. Default: SAGA.CANCELLED and SAGA.DEADLINE_EXCEEDED. */
  reasons?: { cancelled: Failure; late: Failure };
  /** What is removed from the data when the saga is done, such as a payment token. */
  forget?: readonly (keyof Data)[];
  steps: readonly SagaStep<Data, Effect>[];
}

/**
 * A saga is a table of plain data: action and undo on adjacent lines, the pivot visible.
 * @throws when the table cannot work: no steps, two names alike, two pivots, or an undo after the pivot
 */
export function defineSaga<Data, Effect>(
  definition: SagaDefinition<Data, Effect>,
): SagaDefinition<Data, Effect> {
  const { steps, name } = definition;
  const names = steps.flatMap((step) => [step.name, ...(step.undo ? [step.undo.name] : [])]);
  const pivot = steps.findIndex((step) => step.pivot);
  if (steps.length === 0) throw new TypeError(`saga ${name} has no steps`);
  if (new Set(names).size !== names.length)
    throw new TypeError(`saga ${name} has two steps of the same name`);
  if (steps.filter((step) => step.pivot).length > 1) throw new TypeError(`saga ${name} has two pivots`);
  if (pivot >= 0 && steps.slice(pivot).some((step) => step.undo)) {
    throw new TypeError(`saga ${name} undoes a step after its pivot, where it can only go forward`);
  }
  return Object.freeze(definition);
}
