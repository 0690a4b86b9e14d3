import type { Attempt } from './attempts.ts';
import { participantOf, type TimelineStep } from './entry.ts';
import { placeMoments } from './scale.ts';

export const laneHeight = 52;
const laneOrder = ['order', 'inventory', 'payment', 'provider'];
/** A label on the axis needs this much room. */
const labelRoom = 72;

export interface Bar {
  attempt: Attempt;
  lane: number;
  x: number;
  width: number;
  /** The attempt also crossed to the payment provider, on the lane below. */
  crosses: boolean;
}

/** From an undo back to the mark of what it undoes. */
export interface WayBack {
  lane: number;
  from: number;
  to: number;
}

export interface TimelineLayout {
  lanes: string[];
  bars: Bar[];
  waysBack: WayBack[];
  pivot: number | null;
  labels: { x: number; elapsedMs: number }[];
  width: number;
}

interface Options {
  /** Room for the axis, in pixels; the result may be wider. */
  width: number;
  steps: TimelineStep[];
  showProvider: boolean;
  /** Where running attempts end for now, in milliseconds since 1970. */
  now: number;
}

export function layoutTimeline(attempts: Attempt[], options: Options): TimelineLayout {
  const lanes = lanesOf(attempts, options);
  const moments = attempts.flatMap((attempt) => [attempt.startedAt, endOf(attempt, options.now)]);
  const places = placeMoments(inOrder(moments), options.width);
  const bars = attempts.map((attempt, index): Bar => {
    const participant = participantOf(attempt.step, options.steps);
    const x = places[index * 2]?.x ?? 0;
    const end = places[index * 2 + 1]?.x ?? x;
    const crosses = options.showProvider && participant === 'payment';
    return { attempt, lane: lanes.indexOf(participant), x, width: end - x, crosses };
  });
  return {
    lanes,
    bars,
    waysBack: bars.flatMap((bar) => wayBackFrom(bar, bars)),
    pivot: pivotOf(bars, options.steps),
    labels: labelsOf(places),
    width: Math.max(options.width, places.at(-1)?.x ?? 0),
  };
}

function lanesOf(attempts: Attempt[], { steps, showProvider }: Options): string[] {
  const names = new Set([...steps.map((step) => step.participant)]);
  for (const attempt of attempts) names.add(participantOf(attempt.step, steps));
  if (showProvider && names.has('payment')) names.add('provider');
  return [...names].sort((left, right) => rankOf(left) - rankOf(right));
}

function rankOf(lane: string): number {
  const rank = laneOrder.indexOf(lane);
  return rank === -1 ? laneOrder.length : rank;
}

function endOf(attempt: Attempt, now: number): number {
  return attempt.endedAt ?? Math.max(now, attempt.startedAt);
}

/** Clocks of several processes may disagree by a little; the axis never runs backwards. */
function inOrder(moments: number[]): number[] {
  let latest = -Infinity;
  return moments.map((at) => (latest = Math.max(latest, at)));
}

function wayBackFrom(bar: Bar, bars: Bar[]): WayBack[] {
  if (bar.attempt.direction !== 'undo') return [];
  const undone = bars.findLast(
    (other) =>
      other.attempt.direction === 'run' && other.attempt.step === bar.attempt.step && other.x < bar.x,
  );
  return undone ? [{ lane: bar.lane, from: bar.x, to: undone.x + undone.width / 2 }] : [];
}

function pivotOf(bars: Bar[], steps: TimelineStep[]): number | null {
  const pivots = new Set(steps.filter((step) => step.pivot).map((step) => step.name));
  const first = bars.find((bar) => bar.attempt.direction === 'run' && pivots.has(bar.attempt.step));
  return first ? first.x - 8 : null;
}

function labelsOf(places: { at: number; x: number }[]): TimelineLayout['labels'] {
  const labels: TimelineLayout['labels'] = [];
  const start = places[0]?.at ?? 0;
  for (const { at, x } of places) {
    const last = labels.at(-1);
    if (last === undefined || (x - last.x >= labelRoom && at - start > last.elapsedMs)) {
      labels.push({ x, elapsedMs: at - start });
    }
  }
  return labels;
}
