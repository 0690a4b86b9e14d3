import { describe, expect, it } from 'vitest';
import { toAttempts } from './attempts.ts';
import { placeOrderSteps, type TimelineEntry } from './entry.ts';
import { layoutTimeline } from './layout.ts';

function entry(
  at: number,
  step: string,
  outcome: TimelineEntry['outcome'],
  more: Partial<TimelineEntry> = {},
) {
  const plain: TimelineEntry = {
    at,
    step,
    outcome,
    direction: 'run',
    attempt: 1,
    durationMs: null,
    error: null,
    detail: null,
  };
  return { ...plain, ...more };
}

function layout(entries: TimelineEntry[]) {
  return layoutTimeline(toAttempts(entries), {
    width: 800,
    steps: placeOrderSteps,
    showProvider: true,
    now: 9_000,
  });
}

const declined = [
  entry(0, 'open-order', 'succeeded'),
  entry(1, 'reserve-stock', 'started'),
  entry(5, 'reserve-stock', 'succeeded'),
  entry(6, 'authorize-payment', 'started'),
  entry(40, 'authorize-payment', 'failed'),
  entry(41, 'reserve-stock', 'started', { direction: 'undo' }),
  entry(44, 'reserve-stock', 'succeeded', { direction: 'undo' }),
];

describe('toAttempts', () => {
  it('joins start and end of a try', () => {
    expect(toAttempts(declined).map((a) => [a.step, a.direction, a.startedAt, a.endedAt, a.outcome])).toEqual(
      [
        ['open-order', 'run', 0, 0, 'succeeded'],
        ['reserve-stock', 'run', 1, 5, 'succeeded'],
        ['authorize-payment', 'run', 6, 40, 'failed'],
        ['reserve-stock', 'undo', 41, 44, 'succeeded'],
      ],
    );
  });

  it('keeps tries of one step apart, and the last one open', () => {
    const tries = toAttempts([
      entry(0, 'capture-payment', 'started'),
      entry(9, 'capture-payment', 'retrying'),
      entry(50, 'capture-payment', 'started', { attempt: 2 }),
    ]);
    expect(tries.map((a) => [a.attempt, a.outcome, a.endedAt])).toEqual([
      [1, 'retrying', 9],
      [2, 'running', null],
    ]);
  });

  it('takes a verdict after a failure as news about the same try', () => {
    const tries = toAttempts([
      entry(0, 'capture-payment', 'started'),
      entry(9, 'capture-payment', 'failed', { error: { code: 'X', message: 'no' } }),
      entry(9, 'capture-payment', 'parked'),
    ]);
    expect(tries.map((a) => [a.outcome, a.error?.code])).toEqual([['parked', 'X']]);
  });
});

describe('layoutTimeline', () => {
  it('has a lane per service, the provider last', () => {
    expect(layout(declined).lanes).toEqual(['order', 'inventory', 'payment', 'provider']);
  });

  it('runs left to right and leaves no two moments on one place', () => {
    const edges = layout(declined).bars.flatMap((bar) => [bar.x, bar.x + bar.width]);
    expect(edges.every((x, index) => index === 0 || x > (edges[index - 1] ?? 0))).toBe(true);
    expect(edges.at(-1)).toBeCloseTo(800);
  });

  it('leads an undo back to what it undoes', () => {
    const { waysBack, bars } = layout(declined);
    expect(waysBack).toHaveLength(1);
    expect(waysBack[0]?.lane).toBe(1);
    expect(waysBack[0]?.to).toBeLessThan(bars[2]?.x ?? 0);
  });

  it('draws the pivot only when it was reached', () => {
    expect(layout(declined).pivot).toBeNull();
    const captured = layout([...declined.slice(0, 4), entry(40, 'capture-payment', 'started')]);
    expect(captured.pivot).toBeGreaterThan(0);
  });

  it('never runs backwards when clocks disagree', () => {
    const bars = layout([entry(10, 'open-order', 'started'), entry(7, 'open-order', 'succeeded')]).bars;
    expect(bars[0]?.width).toBeGreaterThan(0);
  });

  it('grows beyond the width rather than squeezing', () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      entry(n, 'capture-payment', 'retrying', { attempt: n + 1 }),
    );
    expect(layout(many).width).toBeGreaterThan(800);
  });
});
