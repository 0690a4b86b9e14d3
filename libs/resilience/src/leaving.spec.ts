import { describe, expect, it } from 'vitest';
import { callContext, incomingCall, whileWaiting, withoutDeadline } from './call-context.ts';
import { createPolicy } from './policy.ts';
import { createStaleCache } from './stale-cache.ts';

const settings = {
  deadline: 5_000,
  attemptTimeout: 5_000,
  retry: { attempts: 3, initial: 1, maximum: 1 },
  breaker: { failureRate: 1, minimumCalls: 100, window: 1_000, openFor: 1_000 },
  bulkhead: { limit: 10, queue: 0 },
};

/** Work that goes on until it is told that nobody waits. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

describe('a caller who leaves', () => {
  it('ends the calls that were made for it, and says nothing about the dependency', async () => {
    const policy = createPolicy('inventory', settings);
    const caller = new AbortController();
    const call = incomingCall(Infinity, 0, caller.signal).run(() => policy.execute(untilAborted));
    caller.abort(new Error('gone'));
    await expect(call).rejects.toThrow('gone');
    expect(policy.snapshot().policies.breaker).toMatchObject({ state: 'closed', failureRate: 0 });
    expect(policy.snapshot().calls.retried).toBe(0);
  });

  it('does so also beside a signal of the work itself', async () => {
    const policy = createPolicy('inventory', settings);
    const [caller, own] = [new AbortController(), new AbortController()];
    const start = () =>
      whileWaiting(caller.signal, () => policy.execute(untilAborted, { signal: own.signal }));
    const calls = [start(), start()];
    own.abort(new Error('enough'));
    await Promise.all(calls.map((call) => expect(call).rejects.toThrow('enough')));
    caller.abort(new Error('gone'));
    await expect(whileWaiting(caller.signal, () => policy.execute(untilAborted))).rejects.toThrow('gone');
  });

  it('does not end what goes on without it, or what others wait for', async () => {
    const caller = new AbortController();
    const cache = createStaleCache<string>('products', { fresh: 1, stale: 1, maximum: 1 });
    let answer = (_: string): void => {};
    const load = (): Promise<string> => {
      const { signal } = callContext();
      return new Promise((resolve, reject) => {
        answer = resolve;
        signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    };
    await whileWaiting(caller.signal, async () => {
      expect(withoutDeadline(() => callContext().signal)).toBeUndefined();
      const first = cache.get('all', load);
      const second = cache.get('all', load);
      caller.abort();
      await Promise.resolve();
      answer('cups');
      expect((await Promise.all([first, second])).map(({ value }) => value)).toEqual(['cups', 'cups']);
    });
  });
});
