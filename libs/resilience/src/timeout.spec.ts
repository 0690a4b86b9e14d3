import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runWithTimeout } from './timeout.ts';
import { sharedTimers } from './timers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const context = { deadline: Infinity, previousAttempts: 0, report: { spent: false } };
const never = (): Promise<never> => new Promise(() => {});
const silent = (): void => {};

describe('a timeout', () => {
  // Polly's Timeout in its pessimistic form: the caller goes on though the work does not listen.
  it('does not wait for work that does not listen, and its late end says nothing', async () => {
    const ended: string[] = [];
    let fail = (_error: Error): void => {};
    const hooks = { onSuccess: () => ended.push('good'), onFailure: () => ended.push('bad') };
    const work = (): Promise<never> => new Promise((_resolve, reject) => (fail = reject));
    const running = runWithTimeout({ name: 'bank', limit: 50, context, ...hooks }, work).catch(
      (it) => it.code,
    );
    await vi.advanceTimersByTimeAsync(50);
    fail(new Error('much later'));
    expect([await running, ended]).toEqual(['TIMEOUT', ['bad']]);
  });

  it('fails before it begins when there is no time at all', async () => {
    const work = vi.fn(never);
    await expect(runWithTimeout({ name: 'bank', limit: 0, context }, work)).rejects.toThrow('within 0 ms');
    expect(work).not.toHaveBeenCalled();
  });

  it('ends at once when the caller leaves, and leaves nothing on its signal', async () => {
    const caller = new AbortController();
    let seen: AbortSignal | undefined;
    const work = (signal: AbortSignal): Promise<never> => ((seen = signal), never());
    const running = runWithTimeout({ name: 'bank', limit: 50, context, signal: caller.signal }, work);
    const gone = new Error('gone');
    caller.abort(gone);
    await expect(running).rejects.toBe(gone);
    expect(seen!.reason).toBe(gone);
    expect([getEventListeners(caller.signal, 'abort').length, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('passes on what throws at once', async () => {
    const work = (): never => {
      throw new Error('at once');
    };
    await expect(runWithTimeout({ name: 'bank', limit: 50, context }, work)).rejects.toThrow('at once');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('timers that share one of Node’s', () => {
  it('ring in their order, each at its time, and not when cancelled', async () => {
    const start = sharedTimers(100);
    const rung: [string, number][] = [];
    const began = performance.now();
    const note = (name: string) => () => void rung.push([name, performance.now() - began]);
    start(100, note('first'));
    const cancelled = start(100, note('cancelled'));
    await vi.advanceTimersByTimeAsync(30);
    start(100, note('second'));
    start(10, note('of another length'));
    cancelled.cancel();
    cancelled.cancel();
    await vi.advanceTimersByTimeAsync(500);
    expect(rung).toEqual([
      ['of another length', 40],
      ['first', 100],
      ['second', 130],
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keep one timer for a thousand, and ring again after they were idle', async () => {
    const start = sharedTimers(100);
    const timers = Array.from({ length: 1_000 }, () => start(100, silent));
    expect(vi.getTimerCount()).toBe(1);
    timers.forEach((timer) => timer.cancel());
    await vi.advanceTimersByTimeAsync(100);
    expect(vi.getTimerCount()).toBe(0);
    const ring = vi.fn();
    start(100, ring);
    await vi.advanceTimersByTimeAsync(100);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('may be started and cancelled by one that rings', async () => {
    const start = sharedTimers(100);
    const ring = vi.fn();
    start(100, () => {
      next.cancel();
      start(100, ring);
    });
    const next = start(100, () => expect.unreachable());
    await vi.advanceTimersByTimeAsync(199);
    expect(ring).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ring).toHaveBeenCalledTimes(1);
  });
});
