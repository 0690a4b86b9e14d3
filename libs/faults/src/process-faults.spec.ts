import { fixedClock } from '@tradewind/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBurn, createLeak, skewable } from './process-faults.ts';
import { createFaults } from './registry.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a leak', () => {
  it('grows as fast as it was told, up to its bound, and gives all back', () => {
    const leak = createLeak();
    leak.begin(8);
    vi.advanceTimersByTime(1_000);
    expect(leak.mebibytes).toBe(8);
    leak.end();
    expect([leak.mebibytes, vi.getTimerCount()]).toEqual([0, 0]);
    leak.begin(128);
    vi.advanceTimersByTime(10_000);
    expect(leak.mebibytes).toBe(256);
    leak.end();
    expect(leak.mebibytes).toBe(0);
  });
});

describe('a burn', () => {
  it('takes its share of every round, and leaves the rest', () => {
    let time = 0;
    const burn = createBurn(() => time++);
    burn.begin(60);
    vi.advanceTimersByTime(0);
    expect(time).toBeGreaterThanOrEqual(30);
    const first = time;
    vi.advanceTimersByTime(19);
    expect(time).toBe(first);
    vi.advanceTimersByTime(1);
    expect(time).toBeGreaterThan(first);
    burn.end();
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('a skewed clock is wrong by as much as it was told, and right again after', () => {
  const faults = createFaults();
  faults.enable('order');
  const clock = skewable(fixedClock(1_000_000), faults);
  expect(clock.now()).toBe(1_000_000);
  faults.set('order-clock-skew', { enabled: true, value: -60 });
  expect(clock.now()).toBe(940_000);
  faults.reset();
  expect(clock.now()).toBe(1_000_000);
});
