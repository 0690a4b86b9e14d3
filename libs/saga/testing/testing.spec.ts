import { expect, it } from 'vitest';
import { defineSaga } from '../src/index.ts';
import { given, survivorsOf, SUBJECT, works, type Stories } from './index.ts';

interface Trip {
  seats: { row: number }[];
  secret?: string;
}
interface Others {
  train: { reserve(key: string, seats: Trip['seats']): Promise<void>; release(key: string): Promise<void> };
}
const retry = { attempts: 2, initial: 1, maximum: 1 };
const trip = ({ train }: Others) =>
  defineSaga<Trip, { booked: string }>({
    ...{ name: 'trip', version: 1, deadline: 1_000, forget: ['secret'], undoRetry: retry },
    steps: [
      {
        name: 'reserve',
        participant: 'train',
        run: { call: (data, { key }) => train.reserve(key, data.seats) },
        undo: { name: 'release', call: (_data, { key }) => train.release(key) },
        retry,
      },
      { name: 'book', participant: 'here', run: { effect: () => ({ booked: 'yes' }) }, retry },
    ],
  });
const data: Trip = { seats: [{ row: 12 }], secret: 'hush' };

it('compares what a participant was told deeply, and shows the difference', async () => {
  const told = given(trip, data)
    .when(works())
    .then({ calls: [['train.reserve', SUBJECT, [{ row: 13 }]]] });
  await expect(told).rejects.toThrow(/\+\s+row: 12\n-\s+row: 13/);
});

it('compares only what is named', () =>
  given(trip, data)
    .when(works())
    .then({ effects: [{ booked: 'yes' }] }));

it('says so when nothing is due any more, or a step is never reached', async () => {
  await expect(given(trip, data).when(works(), works()).then({})).rejects.toThrow('nothing is due any more');
  await expect(given(trip, data).at('fly').then({})).rejects.toThrow('nothing is due any more');
});

it('cannot be awaited by mistake without an expectation', async () => {
  await expect(Promise.resolve(given(trip, data) as unknown as Promise<void>)).rejects.toThrow(
    'end it with then',
  );
});

it('names every mistake that stories let pass', async () => {
  const shallow: Stories<Trip, { booked: string }> = {
    'it is done in the end': (given) =>
      given()
        .when(works())
        .then({ state: { status: 'done' } }),
  };
  const { survivors } = await survivorsOf(trip, data, shallow);
  expect(survivors).toEqual([
    'the deadline is later',
    'the deadline is earlier',
    'secret is not forgotten',
    'undos are retried by other attempts',
    'undos are retried by other initial',
    'undos are retried by other maximum',
    'reserve is called something else',
    'reserve is the pivot, or is not',
    'reserve and the next have changed places',
    'reserve: its undo is missing',
    'reserve: its undo is called something else',
    'reserve is retried by other attempts',
    'reserve is retried by other initial',
    'reserve is retried by other maximum',
    'book is missing',
    'book is called something else',
    'book is the pivot, or is not',
    'reserve does nothing',
    'reserve has another key',
    'reserve says something else in place 1',
    'reserve says something else in place 2',
    'release does nothing',
    'release has another key',
    'release says something else in place 1',
    'book has another booked',
  ]);
});
