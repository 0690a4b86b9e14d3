import { fixedClock, type FixedClock } from '@tradewind/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardSnapshots } from './registry.ts';
import { createStaleCache, type StaleCache } from './stale-cache.ts';

let clock: FixedClock;
let cache: StaleCache<string>;
const loads = (value: string) => vi.fn(async () => value);
const down = vi.fn(() => Promise.reject(new Error('down')));

beforeEach(() => {
  clock = fixedClock();
  cache = createStaleCache('products', { fresh: 1_000, stale: 60_000, maximum: 2 }, clock);
});

describe('a cache that may be stale (RFC 5861, stale-if-error)', () => {
  it('answers what is fresh without asking, and asks again after that', async () => {
    const first = loads('first');
    expect(await cache.get('a', first)).toEqual({ value: 'first', stale: false, age: 0 });
    clock.advance(999);
    expect(await cache.get('a', first)).toEqual({ value: 'first', stale: false, age: 999 });
    expect(first).toHaveBeenCalledTimes(1);
    clock.advance(1);
    expect(await cache.get('a', loads('second'))).toEqual({ value: 'second', stale: false, age: 0 });
  });

  it('stands in with what it knew when asking fails, says so, and not for longer than it may', async () => {
    await cache.get('a', loads('known'));
    clock.advance(60_999);
    expect(await cache.get('a', down)).toEqual({ value: 'known', stale: true, age: 60_999 });
    clock.advance(1);
    await expect(cache.get('a', down)).rejects.toThrow('down');
  });

  it('is fresh again after the source is back', async () => {
    await cache.get('a', loads('old'));
    clock.advance(2_000);
    await cache.get('a', down);
    expect(await cache.get('a', loads('new'))).toEqual({ value: 'new', stale: false, age: 0 });
  });

  it('has nothing to say of what it has never seen', async () => {
    await expect(cache.get('b', down)).rejects.toThrow('down');
    const throws = (): never => {
      throw new Error('at once');
    };
    await expect(cache.get('b', throws)).rejects.toThrow('at once');
  });

  it('asks once for callers that come together, and anew after a failure', async () => {
    const load = loads('shared');
    const answers = await Promise.all(Array.from({ length: 50 }, () => cache.get('a', load)));
    expect([load.mock.calls.length, new Set(answers.map(({ value }) => value))]).toEqual([
      1,
      new Set(['shared']),
    ]);
    down.mockClear();
    await Promise.allSettled([cache.get('b', down), cache.get('b', down)]);
    expect(down).toHaveBeenCalledTimes(1);
    expect((await cache.get('b', loads('b'))).value).toBe('b');
  });

  it('is bounded: what was used longest ago goes first', async () => {
    for (const key of ['a', 'b', 'a', 'c']) await cache.get(key, loads(key));
    clock.advance(2_000);
    expect((await cache.get('a', down)).value).toBe('a');
    await expect(cache.get('b', down)).rejects.toThrow('down');
  });

  it('tells what it does', async () => {
    const told = createStaleCache('told', { fresh: 10, stale: 100, maximum: 5 }, clock);
    await told.get('a', loads('a'));
    await told.get('a', loads('a'));
    clock.advance(50);
    await told.get('a', down);
    await told.get('b', down).catch(() => {});
    expect(guardSnapshots()).toContainEqual({
      ...{ kind: 'stale-cache', name: 'told', entries: 1 },
      ...{ fresh: 1, loaded: 1, stale: 1, failed: 1 },
    });
  });
});
