import { describe, expect, it } from 'vitest';
import { createLane } from './lane.ts';

/** A statement that records its batches and waits until it is let go. */
function statement() {
  const batches: number[][] = [];
  const waiting: (() => void)[] = [];
  let failing: (items: number[]) => boolean = () => false;
  const run = async (items: number[]): Promise<string[]> => {
    batches.push(items);
    await new Promise<void>((resolve) => waiting.push(resolve));
    if (failing(items)) throw new Error(`no: ${items.join()}`);
    return items.map((item) => `answer ${item}`);
  };
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  return {
    batches,
    run,
    turn,
    failOn: (it: typeof failing) => (failing = it),
    /** Lets the statements that are in flight end, and waits until the next has begun. */
    async release() {
      waiting.splice(0).forEach((resolve) => resolve());
      await turn();
    },
  };
}

describe('a lane', () => {
  it('makes no item wait when nothing is in flight', async () => {
    const { run, batches, turn, release } = statement();
    const lane = createLane(run);
    const answer = lane(1);
    await turn();
    expect(batches).toEqual([[1]]);
    await release();
    expect(await answer).toBe('answer 1');
  });

  it('gathers what arrives in the same tick, and what arrives while a statement is in flight', async () => {
    const { run, batches, turn, release } = statement();
    const lane = createLane(run);
    const answers = [lane(1), lane(2)];
    await turn();
    answers.push(lane(3), lane(4));
    await turn();
    answers.push(lane(5));
    expect(batches).toEqual([[1, 2]]);
    await release();
    expect(batches).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
    await release();
    expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5].map((item) => `answer ${item}`));
  });

  it('puts at most so many items in a statement', async () => {
    const { run, batches, turn, release } = statement();
    const lane = createLane(run, { maximum: 3 });
    const answers = [1, 2, 3, 4, 5, 6, 7].map((item) => lane(item));
    await turn();
    for (let count = 0; count < 3; count++) await release();
    expect(batches).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    await Promise.all(answers);
  });

  it('keeps as many statements in flight as it is wide, and no more', async () => {
    const { run, batches, turn, release } = statement();
    const lane = createLane(run, { width: 2, maximum: 1 });
    const answers = [1, 2, 3].map((item) => lane(item));
    await turn();
    expect(batches).toEqual([[1], [2]]);
    await release();
    expect(batches).toEqual([[1], [2], [3]]);
    await release();
    await Promise.all(answers);
  });

  it('lets one bad item fail alone', async () => {
    const lane = createLane(async (items: number[]) => {
      if (items.includes(2)) throw new Error(`no: ${items.join()}`);
      return items.map((item) => item * 10);
    });
    const settled = await Promise.allSettled([lane(1), lane(2), lane(3)]);
    expect(settled).toEqual([
      { status: 'fulfilled', value: 10 },
      { status: 'rejected', reason: new Error('no: 2') },
      { status: 'fulfilled', value: 30 },
    ]);
    expect(await lane(4)).toBe(40);
  });

  it('does not repeat the statement of a single item that fails', async () => {
    const { run, batches, turn, release, failOn } = statement();
    failOn(() => true);
    const answer = createLane(run)(1).catch((error: Error) => error.message);
    await turn();
    await release();
    expect(await answer).toBe('no: 1');
    expect(batches).toEqual([[1]]);
  });
});
