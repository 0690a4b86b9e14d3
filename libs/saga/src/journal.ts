import type { Failure } from './transitions.ts';

export interface JournalEntry {
  /** RFC 3339. */
  at: string;
  step: string;
  direction: 'run' | 'undo';
  outcome: 'started' | 'succeeded' | 'failed' | 'retrying' | 'parked' | 'resolved';
  attempt: number;
  durationMs: number | null;
  error: Failure | null;
  /** Facts for people; never personal or card data. */
  detail: Record<string, unknown> | null;
}

export function journalEntry(
  required: Pick<JournalEntry, 'at' | 'step' | 'direction' | 'outcome' | 'attempt'>,
  more: Partial<JournalEntry> = {},
): JournalEntry {
  return { durationMs: null, error: null, detail: null, ...required, ...more };
}
