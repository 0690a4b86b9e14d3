import { expect, it } from 'vitest';
import { defineSaga, type SagaDefinition, type SagaStep } from './define-saga.ts';

const retry = { attempts: 1, initial: 1, maximum: 1 };
const run = { call: async () => {} };
const step = (name: string, more: Partial<SagaStep<object, never>> = {}): SagaStep<object, never> => ({
  ...{ name, participant: 'somebody', run, retry },
  ...more,
});
const undo = (name: string) => ({ undo: { name, call: async () => {} } });
const saga = (...steps: SagaStep<object, never>[]): SagaDefinition<object, never> => ({
  ...{ name: 'trip', version: 1, deadline: 1_000, undoRetry: retry },
  steps,
});

it.each<[string, SagaDefinition<object, never>, string]>([
  ['no steps', saga(), 'saga trip has no steps'],
  ['two steps of one name', saga(step('a'), step('a')), 'two steps of the same name'],
  ['an undo that is named like a step', saga(step('a', undo('b')), step('b')), 'two steps of the same name'],
  ['two pivots', saga(step('a', { pivot: true }), step('b', { pivot: true })), 'two pivots'],
  ['an undo of the pivot', saga(step('a', { pivot: true, ...undo('b') })), 'after its pivot'],
  ['an undo behind the pivot', saga(step('a', { pivot: true }), step('b', undo('c'))), 'after its pivot'],
])('refuses %s', (_what, definition, message) => {
  expect(() => defineSaga(definition)).toThrow(message);
});

it('takes a table that can work, and freezes it', () => {
  const definition = defineSaga(saga(step('a', undo('b')), step('c', { pivot: true }), step('d')));
  expect(definition.steps.map(({ name }) => name)).toEqual(['a', 'c', 'd']);
  expect(Object.isFrozen(definition)).toBe(true);
});
