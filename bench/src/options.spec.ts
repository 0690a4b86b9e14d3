import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

const what = (...args: string[]): string[] => [...readOptions(args).what];

it('measures the whole system unless words say otherwise', () => {
  expect(what()).toEqual(['starts', 'memory', 'orders']);
  expect(what('--write', '--seconds', '5')).toEqual(['starts', 'memory', 'orders']);
  expect(what('saga', 'relay', '--write')).toEqual(['saga', 'relay']);
  expect(what('--starts')).toEqual(['starts', 'memory']);
});

it('reads its options', () => {
  expect(readOptions(['saga'])).toEqual({
    ...{
      what: new Set(['saga']),
      seconds: 8,
      rounds: 3,
      minutes: 20,
      port: 28_080,
      write: false,
      help: false,
    },
  });
  expect(readOptions(['--seconds', '2.5', '--rounds', '1', '--port', '25000', '--help'])).toMatchObject({
    ...{ seconds: 2.5, rounds: 1, port: 25_000, help: true },
  });
});

it.each([
  [
    ['sagas'],
    'no such thing to measure: sagas (starts, memory, orders, overload, soak, saga, relay, resilience, tracing)',
  ],
  [['--seconds', '0'], '--seconds takes a number above 0'],
  [['--rounds', 'many'], '--rounds takes a number above 0'],
  [['--sagas'], "Unknown option '--sagas'"],
])('refuses %j', (args, message) => expect(() => readOptions(args)).toThrow(message));
