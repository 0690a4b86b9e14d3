import { expect, it } from 'vitest';
import { createBatch } from './batch.ts';
import { closedLoop } from './closed-loop.ts';

it('keeps so many sagas in flight, each with an id of its own', async () => {
  const ids = new Set<string>();
  let [inFlight, most] = [0, 0];
  const run = async (id: string): Promise<void> => {
    ids.add(id);
    most = Math.max(most, ++inFlight);
    await new Promise((resolve) => setImmediate(resolve));
    inFlight--;
  };
  const result = await closedLoop(run, 5, 0.05);
  expect(most).toBe(5);
  expect(inFlight).toBe(0);
  expect(result.failures).toEqual([]);
  expect(new Set(result.done)).toEqual(ids);
  expect(result.latencies).toHaveLength(ids.size);
});

it('notes failures, and gives up after ten: an engine that is gone would fail for ever', async () => {
  const result = await closedLoop(() => Promise.reject(new Error('gone')), 1, 60);
  expect(result.failures).toEqual(Array.from({ length: 10 }, () => 'gone'));
  expect(result.done).toEqual([]);
});

it('hands over together what came in one turn of the event loop', async () => {
  const handed: number[][] = [];
  const add = createBatch<number>((items) => handed.push(items));
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  [1, 2, 3].forEach(add);
  await turn();
  add(4);
  await turn();
  expect(handed).toEqual([[1, 2, 3], [4]]);
});
