import { describe, expect, it } from 'vitest';
import { median, percentile } from './percentile.ts';

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('a percentile', () => {
  it.each([
    [0.5, 51],
    [0.99, 100],
    [1, 100],
    [0, 1],
  ])('%d of 1 to 100 is %d', (share, expected) => expect(percentile(upTo(100), share)).toBe(expected));

  it('does not need them in order, and leaves them as they are', () => {
    const values = [10, 9, 2, 30, 1];
    expect(percentile(values, 0.5)).toBe(9);
    expect(values).toEqual([10, 9, 2, 30, 1]);
  });

  it('of nothing is 0', () => expect(percentile([], 0.5)).toBe(0));
});

it('the median of three rounds is the middle one', () => expect(median([3, 100, 2])).toBe(3));
