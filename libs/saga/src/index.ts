export {
  defineSaga,
  type SagaDefinition,
  type SagaStep,
  type SagaShape,
  type StepCall,
} from './define-saga.ts';
export { nextAction, type SagaAction } from './next-action.ts';
export {
  afterFailure,
  afterSuccess,
  isPastPivot,
  type Failure,
  type SagaState,
  type SagaStatus,
} from './transitions.ts';
export { decideParked, type Decided, type SagaDecision } from './decide-parked.ts';
export { replayHistory, type Divergence, type SagaHistory } from './replay-history.ts';
export { sagaVersions, type SagaVersion, type SagaVersions } from './saga-versions.ts';
export { createSagaRunner, type SagaRunner } from './runner.ts';
export { createPostgresSagaStore, toRecord, type EffectSql, type SagaRow } from './postgres-saga-store.ts';
export { journalEntry, type JournalEntry } from './journal.ts';
export type { OpenSaga, SagaRecord, SagaStore, Transition } from './saga-store.ts';
