import { describe, expect, it } from 'vitest';
import { createBulkhead } from './bulkhead.ts';

/** Work that runs until it is let go. */
function work() {
  let end = (): void => {};
  let fail = (_error: Error): void => {};
  let began = false;
  const run = (): Promise<string> => {
    began = true;
    return new Promise((resolve, reject) => {
      end = () => resolve('done');
      fail = reject;
    });
  };
  return { run, end: () => end(), fail: (error: Error) => fail(error), began: () => began };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a bulkhead of two places and two to wait', () => {
  const open = () => createBulkhead('bank', { limit: 2, queue: 2 });

  it('runs two, lets two wait, and refuses more at once', async () => {
    const bulkhead = open();
    const works = Array.from({ length: 5 }, work);
    const calls = works.map(({ run }) => bulkhead.execute(run));
    await expect(calls[4]).rejects.toMatchObject({ code: 'BULKHEAD_FULL', kind: 'exhausted' });
    expect([bulkhead.inUse, bulkhead.queued]).toEqual([2, 2]);
    expect(works.map(({ began }) => began())).toEqual([true, true, false, false, false]);
    works[1]!.end();
    await calls[1];
    await turn();
    expect(works.map(({ began }) => began())).toEqual([true, true, true, false, false]);
    expect([bulkhead.inUse, bulkhead.queued]).toEqual([2, 1]);
    for (const index of [0, 2]) works[index]!.end();
    await turn();
    works[3]!.end();
    expect(await Promise.all(calls.slice(0, 4))).toEqual(Array.from({ length: 4 }, () => 'done'));
    expect([bulkhead.inUse, bulkhead.queued]).toEqual([0, 0]);
  });

  it('gives the place of who gives up waiting to others', async () => {
    const bulkhead = open();
    const works = Array.from({ length: 3 }, work);
    const controller = new AbortController();
    const calls = [bulkhead.execute(works[0]!.run), bulkhead.execute(works[1]!.run)];
    const impatient = bulkhead.execute(works[2]!.run, controller.signal);
    controller.abort(new Error('too long'));
    await expect(impatient).rejects.toThrow('too long');
    expect([bulkhead.inUse, bulkhead.queued]).toEqual([2, 0]);
    works.slice(0, 2).forEach(({ end }) => end());
    await Promise.all(calls);
    expect([bulkhead.inUse, works[2]!.began()]).toEqual([0, false]);
  });

  it('does not begin what was aborted before', async () => {
    const bulkhead = createBulkhead('bank', { limit: 1, queue: 5 });
    const running = work();
    const first = bulkhead.execute(running.run);
    const never = work();
    await expect(bulkhead.execute(never.run, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    running.end();
    await first;
    await expect(bulkhead.execute(never.run, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect([never.began(), bulkhead.inUse, bulkhead.queued]).toEqual([false, 0, 0]);
  });

  it('loses no place to failures', async () => {
    const bulkhead = open();
    for (let count = 0; count < 100; count++) {
      await expect(bulkhead.execute(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
      const thrown = bulkhead.execute(() => {
        throw new Error('at once');
      });
      await expect(thrown).rejects.toThrow('at once');
    }
    expect([bulkhead.inUse, bulkhead.queued]).toEqual([0, 0]);
    expect(await bulkhead.execute(async () => 'ok')).toBe('ok');
  });

  it('serves who waits in turn', async () => {
    const bulkhead = createBulkhead('bank', { limit: 1, queue: 50 });
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 30 }, (_, index) => bulkhead.execute(async () => void order.push(index))),
    );
    expect(order).toEqual(Array.from({ length: 30 }, (_, index) => index));
  });
});
