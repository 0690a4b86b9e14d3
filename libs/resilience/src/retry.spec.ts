import { AppError } from '@tradewind/kernel';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withDeadline } from './deadline.ts';
import { retry } from './retry.ts';

const away = new AppError('unavailable', 'AWAY', 'away');
const rules = { attempts: 4, initial: 100, maximum: 1_000 };

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.999);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Work that fails so many times, then answers. */
const failing = (times: number, error: unknown = away) =>
  vi.fn(async (attempt: number) => {
    if (attempt <= times) throw error;
    return 'done';
  });
/** Lets all waits go by and answers what came of it. */
async function outcome(running: Promise<unknown>): Promise<unknown> {
  const settled = running.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

describe('retry', () => {
  it('tries until it works, and says before each other try what failed and how long it waits', async () => {
    const onRetry = vi.fn();
    const work = failing(2);
    expect(await outcome(retry(rules, work, { onRetry }))).toBe('done');
    expect(work).toHaveBeenCalledTimes(3);
    expect(
      onRetry.mock.calls.map(([error, attempt, wait]) => [error, attempt, Math.round(wait as number)]),
    ).toEqual([
      [away, 1, 100],
      [away, 2, 200],
    ]);
  });

  it('does not wait when it works at once', async () => {
    expect(await retry(rules, failing(0))).toBe('done');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives up after its attempts, with the last error', async () => {
    const work = failing(9);
    expect(await outcome(retry(rules, work))).toBe(away);
    expect(work).toHaveBeenCalledTimes(4);
  });

  it.each([
    ['a refusal', new AppError('refused', 'NO', 'no')],
    ['an error that says so', new AppError('unavailable', 'NO', 'no', { retryable: false })],
    ['a mistake of ours', new TypeError('x is undefined')],
  ])('does not repeat %s', async (_what, error) => {
    const work = failing(9, error);
    expect(await outcome(retry(rules, work))).toBe(error);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('does not begin a wait that the deadline does not leave time for', async () => {
    const work = failing(9);
    const running = withDeadline(250, () => retry(rules, work));
    expect(await outcome(running)).toBe(away);
    // 100 ms after the first; after the second there would be 200 ms to wait, but only 150 are left.
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('ends its wait at once when it is aborted, without another try', async () => {
    const work = failing(9);
    const controller = new AbortController();
    const running = retry(rules, work, { signal: controller.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(50);
    const reason = new Error('nobody waits any more');
    controller.abort(reason);
    expect(await running).toBe(reason);
    expect(work).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not wait when it was aborted while it worked', async () => {
    const controller = new AbortController();
    const work = vi.fn(async () => {
      controller.abort();
      throw away;
    });
    await expect(retry(rules, work, { signal: controller.signal })).rejects.toBe(away);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
