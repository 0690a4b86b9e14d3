import { replayHistory } from '@tradewind/saga';
import { describe, expect, it } from 'vitest';
import { definitions, recordedHistories, type RecordedHistory } from './histories.ts';

const histories = recordedHistories();
const definitionOf = ({ definition, version }: RecordedHistory) =>
  definitions.find((it) => it.name === definition && it.version === version);

/** A change of steps without a new version; each must be noticed by the history of some order. */
const CHANGES: [what: string, change: (steps: Steps) => Steps][] = [
  ['a step is missing', (steps) => steps.toSpliced(4, 1)],
  ['a step is new', (steps) => steps.toSpliced(2, 0, { ...steps[1]!, name: 'check-fraud' })],
  ['two steps have changed places', (steps) => steps.with(3, steps[4]!).with(4, steps[3]!)],
  ['a step has another name', (steps) => steps.with(1, { ...steps[1]!, name: 'hold-stock' })],
  ['an undo is missing', (steps) => steps.with(2, { ...steps[2]!, undo: undefined })],
  [
    'the pivot is earlier',
    (steps) => steps.map((step, at) => ({ ...step, pivot: at === 2 || undefined }) as Step),
  ],
  [
    'a step is tried less often',
    (steps) => steps.with(2, { ...steps[2]!, retry: { ...steps[2]!.retry, attempts: 3 } }),
  ],
  [
    'a step is tried more often',
    (steps) => steps.with(2, { ...steps[2]!, retry: { ...steps[2]!.retry, attempts: 9 } }),
  ],
];
type Steps = (typeof definitions)[0]['steps'];
type Step = Steps[number];

describe('how orders really went', () => {
  it.each(histories)('$file is how the definition would do it today', ({ history }) => {
    const definition = definitionOf(history);
    expect(
      definition,
      'a version that was released is kept as long as it has sagas on their way',
    ).toBeDefined();
    expect(replayHistory(definition!, history)).toEqual({
      state: expect.objectContaining({ status: 'done' }),
    });
  });

  it('is recorded for every version of every saga', () => {
    expect(
      definitions.filter((it) => !histories.some(({ history }) => definitionOf(history) === it)),
    ).toEqual([]);
  });

  it('is recorded for orders that were confirmed, rejected and cancelled', () => {
    const ends = new Set(histories.map(({ history }) => history.order));
    expect(ends).toEqual(new Set(['confirmed', 'rejected', 'cancelled']));
  });
});

describe('a change without a new version is noticed', () => {
  const [placing] = definitions;
  const ofPlacing = histories.filter(({ history }) => history.definition === placing!.name);

  it.each(CHANGES)('when %s', (_what, change) => {
    const changed = { ...placing!, steps: change(placing!.steps) };
    const different = ofPlacing.flatMap(({ history }) => {
      const replayed = replayHistory(changed, history);
      return 'divergence' in replayed ? [replayed.divergence] : [];
    });
    expect(different.length).toBeGreaterThan(0);
  });

  it('says where, what was done and what would be done', () => {
    const changed = { ...placing!, steps: placing!.steps.toSpliced(2, 1) };
    const { history } = ofPlacing.find(({ file }) => file === 'place-order.v1.ok.json')!;
    expect(replayHistory(changed, history)).toEqual({
      divergence: {
        index: 4,
        recorded: 'run authorize-payment started 1',
        expected: 'run capture-payment started 1',
      },
    });
  });
});
