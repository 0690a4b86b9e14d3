import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEADLINE_HEADER, deadlineHeaders, withDeadlineHeader } from './deadline-header.ts';
import { remainingMilliseconds, withDeadline } from './deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells what is left, in whole milliseconds, and nothing when there is no deadline', async () => {
  expect(deadlineHeaders()).toEqual({});
  await withDeadline(1_000.9, async () => {
    expect(deadlineHeaders()).toEqual({ [DEADLINE_HEADER]: '1000' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(deadlineHeaders()).toEqual({ [DEADLINE_HEADER]: '0' });
  });
});

it.each([
  ['250', 250],
  ['0', 0],
  [undefined, Infinity],
  ['soon', Infinity],
  ['-5', Infinity],
  ['1e3', Infinity],
  [['1', '2'], Infinity],
])('%j leaves %d ms', (value, left) => {
  expect(withDeadlineHeader(value, remainingMilliseconds)).toBe(left);
});

it('never extends a deadline that is running', () => {
  expect(withDeadline(100, () => withDeadlineHeader('5000', remainingMilliseconds))).toBe(100);
});
