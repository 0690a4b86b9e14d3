import { expect, it } from 'vitest';
import type { DeadLetter } from '../../api/ops/dead-letters.ts';
import type { Saga } from '../../api/ops/sagas.ts';
import type { ServiceProcess } from '../../api/ops/services.ts';
import { problemsOf, type Sources } from './problems.ts';

const nothing: Sources = {
  sagas: { failed: false, data: [] },
  deadLetters: { failed: false, data: [] },
  resilience: { failed: false, data: [] },
  invariants: { failed: false, data: [] },
  faults: { failed: false, data: [] },
  services: { failed: false, data: [] },
};

const parked = {
  orderId: 'o1',
  currentStep: 'capture-payment',
  parkedReason: { code: 'PAYMENT.UNAVAILABLE', message: '' },
} as Saga;

it('finds nothing when nothing is open', () => {
  expect(problemsOf(nothing)).toEqual({ problems: [], unknown: [], pending: false });
});

it('leads to the one parked saga, or to the list of several', () => {
  const one = problemsOf({ ...nothing, sagas: { failed: false, data: [parked] } });
  expect(one.problems.map((problem) => problem.path)).toEqual(['/ops/sagas/o1']);
  const two = problemsOf({ ...nothing, sagas: { failed: false, data: [parked, parked] } });
  expect(two.problems.map((problem) => [problem.path, problem.words])).toEqual([
    ['/ops/sagas?state=parked', '2 orders are parked'],
  ]);
});

it('puts broken invariants first', () => {
  const { problems } = problemsOf({
    ...nothing,
    sagas: { failed: false, data: [parked] },
    invariants: { failed: false, data: [{ id: 'I1', title: 'Money', holds: false, differences: [{}] }] },
  });
  expect(problems.map((problem) => problem.kind)).toEqual(['Invariant broken', 'Saga parked']);
});

it('names a process that is not ready', () => {
  const ready = { name: 'order', status: 'ready', ready: true } as ServiceProcess;
  const away = { name: 'inventory', status: 'restarting', ready: false } as ServiceProcess;
  const { problems } = problemsOf({ ...nothing, services: { failed: false, data: [ready, away] } });
  expect(problems.map((problem) => problem.words)).toEqual(['inventory is restarting']);
});

it('says what it could not look at instead of calling it fine', () => {
  const { unknown } = problemsOf({ ...nothing, deadLetters: { failed: true, data: undefined } });
  expect(unknown).toEqual(['The dead letters']);
});

it('tells events that wait from those that need a person', () => {
  const letter = (state: DeadLetter['state'], service: string) => ({ state, service }) as DeadLetter;
  const data = [
    letter('parked', 'cart'),
    letter('waiting', 'notification'),
    letter('waiting', 'notification'),
  ];
  const { problems } = problemsOf({ ...nothing, deadLetters: { failed: false, data } });
  expect(problems.map(({ tone, words }) => [tone, words])).toEqual([
    ['bad', '1 event could not be handled by cart'],
    ['warn', '2 events wait in notification until somebody is back'],
  ]);
});
