import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('nothing asked for: the catalogue only', () => {
  expect(readOptions([])).toEqual({ help: false, products: undefined });
});

test('a number of products', () => {
  expect(readOptions(['--products', '100000']).products).toBe(100_000);
  expect(readOptions(['--products=5']).products).toBe(5);
});

test.each([['--products', 'many'], ['--products', '0'], ['--products', '-1'], ['--product', '5'], ['extra']])(
  '%s %s is refused',
  (...args) => {
    expect(() => readOptions(args)).toThrow();
  },
);
