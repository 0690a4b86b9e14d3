import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHedge, type Hedge } from './hedge.ts';
import { createRetryBudget } from './retry-budget.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const after = <T>(milliseconds: number, value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
const settings = { quantile: 0.95, minimumDelay: 5 };

/** Knows that reads take 10 ms, and few of them 50. */
async function taught(burst: number, onHedge?: () => void): Promise<Hedge> {
  const budget = createRetryBudget({ ratio: 0, burst });
  let isTaught = false;
  const hedge = createHedge(settings, { withdraw: () => isTaught && budget.withdraw() }, onHedge);
  for (let read = 0; read < 40; read++) {
    const running = hedge.execute(() => after(read % 20 === 19 ? 50 : 10, 'ok'));
    await vi.advanceTimersByTimeAsync(50);
    await running;
  }
  isTaught = true;
  return hedge;
}

describe('a hedged read', () => {
  it('is sent once while too little is known of the durations', async () => {
    const hedge = createHedge(settings, createRetryBudget({ ratio: 0, burst: 9 }));
    expect(hedge.delay).toBe(Infinity);
    const work = vi.fn(() => after(10_000, 'late'));
    const running = hedge.execute(work);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([await running, work.mock.calls.length]).toEqual(['late', 1]);
  });

  it('is sent a second time after the 95th percentile; the first answer counts, the other copy is aborted', async () => {
    const onHedge = vi.fn();
    const hedge = await taught(9, onHedge);
    expect(hedge.delay).toBe(50);
    const signals: AbortSignal[] = [];
    const running = hedge.execute((signal) => {
      signals.push(signal);
      return signals.length === 1 ? after(10_000, 'slow') : after(5, 'quick');
    });
    await vi.advanceTimersByTimeAsync(49);
    expect(signals).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(6);
    expect(await running).toBe('quick');
    expect([signals[0]!.aborted, signals[1]!.aborted, onHedge.mock.calls.length]).toEqual([true, false, 1]);
  });

  it('is not sent again when the budget does not allow it', async () => {
    const hedge = await taught(0);
    const work = vi.fn(() => after(10_000, 'late'));
    const running = hedge.execute(work);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([await running, work.mock.calls.length]).toEqual(['late', 1]);
  });

  it('fails only when no copy can answer any more', async () => {
    const hedge = await taught(9);
    let copies = 0;
    const oneFails = hedge.execute(() => {
      copies++;
      return copies === 1
        ? after(10_000, 'late').then(() => Promise.reject(new Error('no')))
        : after(20_000, 'ok');
    });
    await vi.advanceTimersByTimeAsync(21_000);
    expect(await oneFails).toBe('ok');
    await expect(hedge.execute(() => Promise.reject(new Error('both')))).rejects.toThrow('both');
    await expect(
      hedge.execute(() => {
        throw new Error('at once');
      }),
    ).rejects.toThrow('at once');
  });

  it('ends with its caller, and leaves nothing on its signal', async () => {
    const hedge = await taught(9);
    const controller = new AbortController();
    const copies: AbortSignal[] = [];
    const running = hedge.execute((copy) => (copies.push(copy), after(10_000, 'late')), controller.signal);
    controller.abort(new Error('gone'));
    await expect(running).rejects.toThrow('gone');
    expect(copies.map((copy) => copy.aborted)).toEqual([true]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    await expect(hedge.execute(async () => 'x', controller.signal)).rejects.toThrow('gone');
  });
});
