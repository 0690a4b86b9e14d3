import type { OrderTimelineEntry } from '../../api/orders.ts';
import { undoneStep, type TimelineEntry } from './entry.ts';

/** The order's timeline as journal entries: `release-stock` becomes the undo of `reserve-stock`. */
export function fromOrderTimeline(timeline: OrderTimelineEntry[]): TimelineEntry[] {
  return timeline.map((entry) => {
    const undone = undoneStep(entry.step);
    const backwards = undone !== undefined || entry.outcome === 'undone';
    return {
      at: Date.parse(entry.at),
      step: undone ?? entry.step,
      direction: backwards ? 'undo' : 'run',
      outcome: entry.outcome === 'undone' ? 'succeeded' : entry.outcome,
      attempt: entry.attempt,
      durationMs: null,
      error: null,
      detail: entry.detail,
    };
  });
}
