import { expect, test } from 'vitest';
import { Backoff } from './backoff.ts';

test('waits twice as long after each death, at most 5 s', () => {
  const backoff = new Backoff();
  const delays = Array.from({ length: 8 }, () => backoff.next(0));
  expect(delays).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
});

test('begins again after 30 s of good health, and not before', () => {
  const backoff = new Backoff();
  backoff.next(0);
  expect(backoff.next(29_999)).toBe(200);
  expect(backoff.next(30_000)).toBe(100);
});
