import { assertNever } from '@tradewind/kernel';
import type { SagaDefinition, SagaStep } from './define-saga.ts';
import type { SagaState } from './transitions.ts';

/** What is to be done now. */
export type SagaAction<Data, Effect> =
  | {
      kind: 'run' | 'undo';
      name: string;
      step: SagaStep<Data, Effect>;
      action: SagaStep<Data, Effect>['run'];
    }
  | { kind: 'wait-for-operator' }
  | { kind: 'end' };

/** Pure: the same state always leads to the same action, before and after a crash. */
export function nextAction<Data, Effect>(
  definition: SagaDefinition<Data, Effect>,
  state: SagaState,
): SagaAction<Data, Effect> {
  const step = definition.steps[state.step]!;
  switch (state.status) {
    case 'running':
      return { kind: 'run', name: step.name, step, action: step.run };
    case 'compensating':
      return { kind: 'undo', name: step.undo!.name, step, action: step.undo! };
    case 'parked':
      return { kind: 'wait-for-operator' };
    case 'done':
      return { kind: 'end' };
    default:
      return assertNever(state.status);
  }
}
