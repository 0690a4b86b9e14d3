import { expect, test, vi } from 'vitest';
import { createBriefCache } from './brief-cache.ts';

test('an answer is kept for a moment, then asked for again', async () => {
  let now = 0;
  const cache = createBriefCache<number>({ milliseconds: 1_000, now: () => now });
  const load = vi.fn(async () => now);
  await cache.get('a', load);
  now = 999;
  expect(await cache.get('a', load)).toBe(0);
  now = 1_000;
  expect(await cache.get('a', load)).toBe(1_000);
  expect(load).toHaveBeenCalledTimes(2);
});

test('those who ask together share one question', async () => {
  const cache = createBriefCache<number>();
  const load = vi.fn(async () => 7);
  expect(await Promise.all([cache.get('a', load), cache.get('a', load)])).toEqual([7, 7]);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a failure is not kept', async () => {
  const cache = createBriefCache<number>();
  await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await cache.get('a', async () => 7)).toBe(7);
});

test('the oldest answer goes when there are too many', async () => {
  const cache = createBriefCache<string>({ maximum: 2 });
  const again = vi.fn(async () => 'new');
  for (const key of ['a', 'b', 'c']) await cache.get(key, async () => key);
  expect(await cache.get('c', again)).toBe('c');
  expect(await cache.get('a', again)).toBe('new');
});
