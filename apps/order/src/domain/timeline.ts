/** One line of an order's history. */
export interface TimelineEntry {
  /** RFC 3339. */
  at: string;
  step: string;
  outcome: 'started' | 'succeeded' | 'failed' | 'retrying' | 'undone' | 'parked';
  attempt: number;
  detail: string;
}

/** What the journal of a saga knows of one action. */
interface JournalFact {
  at: string;
  step: string;
  direction: string;
  outcome: string;
  attempt: number;
  errorMessage: string | null;
  /** What an operator decided; null for what was not decided by hand. */
  decision: string | null;
}

/** The journal in a shopper's words: an undo that worked is "undone"; an operator lets it be tried again, or has done it. */
export function toTimeline(facts: readonly JournalFact[]): TimelineEntry[] {
  return facts.map(({ at, step, direction, outcome, attempt, errorMessage, decision }) => ({
    at,
    step,
    outcome: outcomeFor(direction, outcome, decision),
    attempt,
    detail: errorMessage ?? '',
  }));
}

const DECIDED: Record<string, TimelineEntry['outcome']> = { retry: 'retrying', compensate: 'failed' };

function outcomeFor(direction: string, outcome: string, decision: string | null): TimelineEntry['outcome'] {
  const succeeded = direction === 'undo' ? 'undone' : 'succeeded';
  if (outcome === 'resolved') return DECIDED[decision ?? ''] ?? succeeded;
  return outcome === 'succeeded' ? succeeded : (outcome as TimelineEntry['outcome']);
}
