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
  compensateParked,
  isPastPivot,
  resolveParked,
  retryParked,
  type Failure,
  type SagaState,
  type SagaStatus,
} from './transitions.ts';
export { createSagaRunner, type SagaRunner } from './runner.ts';
export { createPostgresSagaStore, toRecord, type EffectSql, type SagaRow } from './postgres-saga-store.ts';
export { journalEntry, type JournalEntry } from './journal.ts';
export type { OpenSaga, SagaRecord, SagaStore, Transition } from './saga-store.ts';
