import { describe, expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import { fixedClock } from './fixed-clock.ts';

describe('eventually', () => {
  it('looks until it sees, and answers what it saw', async () => {
    let looks = 0;
    const seen = await eventually(() => {
      if (++looks < 4) throw new Error('not yet');
      return looks;
    });
    expect(seen).toBe(4);
  });

  it('tells the last failure when its time is over', async () => {
    let looks = 0;
    const look = async (): Promise<never> => Promise.reject(new Error(`look ${++looks}`));
    await expect(eventually(look, { within: 30, every: 1 })).rejects.toThrow(/^look [2-9]\d*|look 1\d+$/);
  });
});

it('a fixed clock stands still until it is told', () => {
  const clock = fixedClock('2026-01-01T00:00:00Z');
  expect([clock.now(), clock.now()]).toEqual([1_767_225_600_000, 1_767_225_600_000]);
  clock.advance(5);
  expect(clock.now()).toBe(1_767_225_600_005);
});
