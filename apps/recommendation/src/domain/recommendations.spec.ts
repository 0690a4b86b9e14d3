import { expect, test } from 'vitest';
import { fillUp, isAlgorithm, pairsOf } from './recommendations.ts';

test('the second list only fills up what the first leaves', () => {
  expect(fillUp('p', 3, ['a', 'b'], ['c', 'd'])).toEqual(['a', 'b', 'c']);
  expect(fillUp('p', 2, ['a', 'b', 'c'], ['d'])).toEqual(['a', 'b']);
});

test('never the product itself, never one twice', () => {
  expect(fillUp('p', 4, ['a', 'p'], ['a', 'p', 'b'])).toEqual(['a', 'b']);
});

test('an order of three products has six pairs, one product has none', () => {
  expect(pairsOf(['a', 'b', 'c'])).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'a'],
    ['b', 'c'],
    ['c', 'a'],
    ['c', 'b'],
  ]);
  expect(pairsOf(['a'])).toEqual([]);
});

test('a product on two lines of an order is no pair with itself', () => {
  expect(pairsOf(['a', 'a', 'b'])).toEqual([
    ['a', 'b'],
    ['b', 'a'],
  ]);
});

test('there are two algorithms', () => {
  expect(['bought-together', 'similar', 'Similar', ''].map(isAlgorithm)).toEqual([true, true, false, false]);
});
