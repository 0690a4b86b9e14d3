import type { JournalEntry } from './journal.ts';
import type { SagaVersion } from './saga-versions.ts';
import type { SagaState } from './transitions.ts';

export interface SagaRecord<Data> {
  id: string;
  subjectId: string;
  definition: string;
  version: number;
  data: Data;
  state: SagaState;
  fence: number;
  deadlineAt: number;
  traceparent: string | undefined;
  cancelRequested: boolean;
}

export type OpenSaga<Data> = Omit<SagaRecord<Data>, 'fence' | 'cancelRequested'>;

/** One change of a saga: state, journal, and what the service changes of its own with it. */
export interface Transition<Data, Effect> {
  id: string;
  fence: number;
  state: SagaState;
  data: Data;
  /** Milliseconds since 1970; null: now. */
  wakeAt: number | null;
  journal: JournalEntry[];
  effect: Effect | undefined;
}

interface ClaimOptions {
  limit: number;
  /** The sagas that the worker works on. */
  busy: readonly string[];
  /** Milliseconds. */
  lease: number;
  /** Others are left to a process that knows them. */
  known: readonly SagaVersion[];
}

/** The port to what is durable. */
export interface SagaStore<Data, Effect> {
  /** Says that this process lives, for `lease` milliseconds. */
  heartbeat(worker: string, lease: number): Promise<void>;
  /**
   * Takes over sagas whose process died, and those whose time to wake has come; and the worker's own ones that it is not
   * busy with, once they are older than the lease: their opening, or their giving back, was never answered.
   */
  claim(worker: string, options: ClaimOptions): Promise<SagaRecord<Data>[]>;
  /** Sagas on their way that are of no known version, and how many. */
  unknown(known: readonly SagaVersion[]): Promise<(SagaVersion & { count: number })[]>;
  /**
   * Keeps a transition if the fencing token is still the saga's.
   * @returns whether a cancellation has been asked for, or 'lost' when another process owns the saga now
   */
  advance(transition: Transition<Data, Effect>): Promise<'kept' | 'cancel-requested' | 'lost'>;
  /** Gives one saga back, so that it is claimed anew. */
  release(id: string, worker: string): Promise<void>;
  /** Gives the sagas of a stopping process back. */
  leave(worker: string): Promise<void>;
}
