import { expect, test } from 'vitest';
import { RateLimit } from './rate-limit.ts';

test('lets the first lines of a window through and counts the others', () => {
  const limit = new RateLimit(2);
  expect([limit.allow(), limit.allow(), limit.allow(), limit.allow()]).toEqual([true, true, false, false]);
  expect(limit.nextWindow()).toBe(2);
  expect(limit.allow()).toBe(true);
  expect(limit.nextWindow()).toBe(0);
});
