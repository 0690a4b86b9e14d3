import { expect, it } from 'vitest';
import { toTimeline } from './timeline.ts';

const fact = {
  at: '2026-01-01T00:00:00.000Z',
  step: 'reserve-stock',
  attempt: 1,
  errorMessage: null,
  decision: null,
};

it.each([
  ['run', 'started', 'started'],
  ['run', 'succeeded', 'succeeded'],
  ['run', 'failed', 'failed'],
  ['run', 'retrying', 'retrying'],
  ['run', 'parked', 'parked'],
  ['run', 'resolved', 'succeeded'],
  ['undo', 'started', 'started'],
  ['undo', 'succeeded', 'undone'],
  ['undo', 'failed', 'failed'],
  ['undo', 'resolved', 'undone'],
])('%s %s is told as %s', (direction, outcome, told) => {
  expect(toTimeline([{ ...fact, direction, outcome }])).toEqual([
    { at: fact.at, step: 'reserve-stock', outcome: told, attempt: 1, detail: '' },
  ]);
});

it.each([
  ['retry', 'retrying'],
  ['compensate', 'failed'],
  ['resolve', 'succeeded'],
])('what an operator decided, %s, is told as %s', (decision, told) => {
  const [entry] = toTimeline([{ ...fact, direction: 'run', outcome: 'resolved', decision }]);
  expect(entry!.outcome).toBe(told);
});

it('tells why something failed, in the order of the journal', () => {
  const timeline = toTimeline([
    { ...fact, direction: 'run', outcome: 'started' },
    { ...fact, direction: 'run', outcome: 'failed', attempt: 2, errorMessage: 'not enough of it is left' },
  ]);
  expect(timeline.map(({ outcome, attempt, detail }) => [outcome, attempt, detail])).toEqual([
    ['started', 1, ''],
    ['failed', 2, 'not enough of it is left'],
  ]);
});
