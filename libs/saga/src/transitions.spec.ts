import { describe, expect, it } from 'vitest';
import type { SagaShape } from './define-saga.ts';
import {
  afterFailure,
  afterSuccess,
  compensateParked,
  resolveParked,
  retryParked,
  type SagaState,
} from './transitions.ts';

const retry = { attempts: 3, initial: 1, maximum: 1 };
/** Two steps that can be undone, the pivot, and one behind it. */
const shop: SagaShape = {
  undoRetry: { ...retry, attempts: 2 },
  steps: [
    { name: 'reserve', undo: { name: 'release' }, retry },
    { name: 'authorize', undo: { name: 'void' }, retry },
    { name: 'capture', pivot: true, retry },
    { name: 'send', retry },
  ],
};

const begin: SagaState = { status: 'running', step: 0, attempt: 0, failure: null, parked: null };
const error = { code: 'SOME.REASON', message: 'for some reason' };
const nothing = { error, retryable: true, certain: false, late: false };

type Happening = keyof typeof happenings;
const happenings = {
  works: (state: SagaState) => afterSuccess(shop, state),
  'fails for now': (state: SagaState) => afterFailure(shop, state, nothing),
  'is refused': (state: SagaState) =>
    afterFailure(shop, state, { ...nothing, retryable: false, certain: true }),
  'fails for good, who knows how far': (state: SagaState) =>
    afterFailure(shop, state, { ...nothing, retryable: false }),
  'fails for now, too late': (state: SagaState) => afterFailure(shop, state, { ...nothing, late: true }),
  'operator: retry': (state: SagaState) => retryParked(state),
  'operator: compensate': (state: SagaState) => compensateParked(shop, state),
  'operator: resolve': (state: SagaState) => resolveParked(shop, state),
};

/** `undoing release, try 2` and the like. */
function shown({ status, step, attempt, parked, failure }: SagaState): string {
  const { name, undo } = shop.steps[step]!;
  const action = (from: 'running' | 'compensating'): string =>
    from === 'running' ? name : `undo: ${undo!.name}`;
  if (status === 'done') return failure ? `turned back: ${failure.code}` : 'done';
  if (status === 'parked') return `parked at ${action(parked!.from)}: ${parked!.reason.code}`;
  return `${action(status)}, try ${attempt + 1}`;
}

const after = (given: Happening[]): SagaState => given.reduce((state, it) => happenings[it](state), begin);

const stories: [title: string, given: Happening[], then: string][] = [
  ['it begins', [], 'reserve, try 1'],
  ['a step that works leads to the next', ['works'], 'authorize, try 1'],
  ['all steps', ['works', 'works', 'works', 'works'], 'done'],
  ['a refusal of the first step is the end: nothing happened', ['is refused'], 'turned back: SOME.REASON'],
  [
    'a failure of the first step that may have happened is undone',
    ['fails for good, who knows how far'],
    'undo: release, try 1',
  ],
  ['a refusal undoes what was before it', ['works', 'is refused'], 'undo: release, try 1'],
  [
    'an unknown end undoes the step itself, too',
    ['works', 'fails for good, who knows how far'],
    'undo: void, try 1',
  ],
  ['a step is tried again', ['works', 'fails for now'], 'authorize, try 2'],
  ['and may then work', ['works', 'fails for now', 'fails for now', 'works'], 'capture, try 1'],
  [
    'tries are counted for each step anew',
    ['fails for now', 'fails for now', 'works', 'fails for now'],
    'authorize, try 2',
  ],
  [
    'tries that are used up turn it back',
    ['fails for now', 'fails for now', 'fails for now'],
    'undo: release, try 1',
  ],
  ['after the deadline there is no other try', ['works', 'fails for now, too late'], 'undo: void, try 1'],
  ['undos go backwards', ['works', 'fails for good, who knows how far', 'works'], 'undo: release, try 1'],
  [
    'to the end',
    ['works', 'fails for good, who knows how far', 'works', 'works'],
    'turned back: SOME.REASON',
  ],
  ['an undo is tried again', ['works', 'is refused', 'fails for now'], 'undo: release, try 2'],
  ['also after the deadline', ['works', 'is refused', 'fails for now, too late'], 'undo: release, try 2'],
  [
    'by its own rule, and then parks',
    ['works', 'is refused', 'fails for now', 'fails for now'],
    'parked at undo: release: SOME.REASON',
  ],
  [
    'an undo that is refused parks at once',
    ['works', 'is refused', 'is refused'],
    'parked at undo: release: SOME.REASON',
  ],
  ['the pivot is tried again', ['works', 'works', 'fails for now'], 'capture, try 2'],
  ['also after the deadline', ['works', 'works', 'fails for now, too late'], 'capture, try 2'],
  [
    'the pivot never turns back: it parks',
    ['works', 'works', 'is refused'],
    'parked at capture: SOME.REASON',
  ],
  [
    'nor does a step behind it',
    ['works', 'works', 'works', 'fails for good, who knows how far'],
    'parked at send: SOME.REASON',
  ],
  [
    'a step behind it parks after its last try',
    ['works', 'works', 'works', 'fails for now', 'fails for now', 'fails for now'],
    'parked at send: SOME.REASON',
  ],
  [
    'operator: the parked step again, with all its tries',
    ['works', 'works', 'works', 'is refused', 'operator: retry'],
    'send, try 1',
  ],
  [
    'operator: the parked undo again',
    ['works', 'is refused', 'is refused', 'operator: retry'],
    'undo: release, try 1',
  ],
  [
    'operator: a parked undo goes on compensating',
    ['works', 'is refused', 'is refused', 'operator: compensate'],
    'undo: release, try 1',
  ],
  ['operator: done by hand', ['works', 'works', 'is refused', 'operator: resolve'], 'send, try 1'],
  [
    'operator: the last step was done by hand',
    ['works', 'works', 'works', 'is refused', 'operator: resolve'],
    'done',
  ],
  [
    'operator: the undo was done by hand',
    ['works', 'works', 'is refused']
      .slice(0, 1)
      .concat('is refused', 'is refused', 'operator: resolve') as Happening[],
    'turned back: SOME.REASON',
  ],
];

describe('a saga of reserve ↔ release, authorize ↔ void, capture (pivot), send', () => {
  it.each(stories)('%s', (_title, given, then) => expect(shown(after(given))).toBe(then));

  it('keeps why it turned back until its end', () => {
    expect(after(['works', 'is refused', 'works'])).toEqual({ ...begin, status: 'done', failure: error });
  });

  it('forgets why it was parked when it goes on', () => {
    expect(after(['works', 'works', 'is refused', 'operator: retry'])).toEqual({ ...begin, step: 2 });
  });

  it('cannot be turned back by an operator past the pivot', () => {
    const refused = expect.objectContaining({ code: 'SAGA.PAST_PIVOT' });
    for (const path of [
      ['works', 'works'],
      ['works', 'works', 'works'],
    ] as Happening[][]) {
      expect(() => compensateParked(shop, after([...path, 'is refused']))).toThrow(refused);
    }
  });

  it.each(['operator: retry', 'operator: compensate', 'operator: resolve'] as const)(
    'is no business of %s while not parked',
    (it) => {
      const notParked = expect.objectContaining({ code: 'SAGA.NOT_PARKED' });
      for (const state of [
        begin,
        after(['works', 'is refused']),
        after(['works', 'works', 'works', 'works']),
      ]) {
        expect(() => happenings[it](state)).toThrow(notParked);
      }
    },
  );

  it('without a pivot may turn back at each step', () => {
    const twoWays: SagaShape = { undoRetry: retry, steps: shop.steps.slice(0, 2) };
    const state = afterFailure(twoWays, { ...begin, step: 1 }, { ...nothing, retryable: false });
    expect([state.status, state.step]).toEqual(['compensating', 1]);
    const parked = {
      ...begin,
      step: 1,
      status: 'parked',
      parked: { from: 'running', reason: error },
    } as const;
    expect(compensateParked(twoWays, parked)).toMatchObject({
      status: 'compensating',
      step: 1,
      failure: error,
      parked: null,
    });
  });
});
