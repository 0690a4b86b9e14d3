import type { JournalEntry } from '../../api/ops/sagas.ts';
import { undoneStep, type TimelineEntry } from '../../components/saga-timeline/entry.ts';

/** The journal as the timeline draws it. */
export function fromJournal(journal: JournalEntry[]): TimelineEntry[] {
  return [...journal]
    .sort((left, right) => left.sequence - right.sequence)
    .map((entry) => ({
      ...entry,
      at: Date.parse(entry.at),
      step: entry.direction === 'undo' ? (undoneStep(entry.step) ?? entry.step) : entry.step,
    }));
}
