import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withoutDeadline } from './call-context.ts';
import { deadlineSignal, remainingMilliseconds, withDeadline } from './deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a deadline', () => {
  it('is none until there is one', () => expect(remainingMilliseconds()).toBe(Infinity));

  it('is what is left of it, also across awaits', async () => {
    await withDeadline(1_000, async () => {
      expect(remainingMilliseconds()).toBe(1_000);
      await vi.advanceTimersByTimeAsync(400);
      expect(remainingMilliseconds()).toBe(600);
      await vi.advanceTimersByTimeAsync(700);
      expect(remainingMilliseconds()).toBe(-100);
    });
    expect(remainingMilliseconds()).toBe(Infinity);
  });

  it('is never extended from inside, but may be shortened', () => {
    withDeadline(100, () => {
      withDeadline(5_000, () => expect(remainingMilliseconds()).toBe(100));
      withDeadline(Infinity, () => expect(remainingMilliseconds()).toBe(100));
      withDeadline(20, () => expect(remainingMilliseconds()).toBe(20));
      expect(remainingMilliseconds()).toBe(100);
    });
  });

  it('does not hold for work that goes on after the answer', () => {
    withDeadline(100, () => withoutDeadline(() => expect(remainingMilliseconds()).toBe(Infinity)));
  });
});

describe('deadlineSignal', () => {
  const timeout = { code: 'TIMEOUT', kind: 'timeout', retryable: true };

  it('answers what the work answers, and leaves no timer behind', async () => {
    expect(await deadlineSignal('bank', 100, async (signal) => signal.aborted)).toBe(false);
    await expect(deadlineSignal('bank', 100, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('answers with a timeout at once, also when the work does not listen, and aborts its signal', async () => {
    let seen: AbortSignal | undefined;
    const running = deadlineSignal('bank', 100, (signal) => {
      seen = signal;
      return new Promise(() => {});
    });
    const refused = expect(running).rejects.toMatchObject({
      ...timeout,
      message: 'bank did not answer within 100 ms',
    });
    await vi.advanceTimersByTimeAsync(99);
    expect(seen!.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await refused;
    expect(seen!.reason).toMatchObject(timeout);
  });

  it('is cut short by a deadline that is already running; the inner call sees the smaller time', async () => {
    const running = withDeadline(30, () =>
      deadlineSignal('bank', 1_000, () => {
        expect(remainingMilliseconds()).toBe(30);
        return new Promise(() => {});
      }),
    );
    const refused = expect(running).rejects.toMatchObject(timeout);
    await vi.advanceTimersByTimeAsync(30);
    await refused;
  });

  it('tells the inner call of its own limit when that is smaller', async () => {
    await withDeadline(1_000, () =>
      deadlineSignal('bank', 30, async () => expect(remainingMilliseconds()).toBe(30)),
    );
  });

  it('does not begin after the deadline', async () => {
    const work = vi.fn(async () => {});
    await withDeadline(10, async () => {
      await vi.advanceTimersByTimeAsync(10);
      await expect(deadlineSignal('bank', 100, work)).rejects.toMatchObject(timeout);
    });
    expect(work).not.toHaveBeenCalled();
  });
});
