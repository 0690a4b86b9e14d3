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
}

/** The journal in a shopper's words: an undo that worked is "undone", an operator's hand is a success. */
export function toTimeline(facts: readonly JournalFact[]): TimelineEntry[] {
  return facts.map(({ at, step, direction, outcome, attempt, errorMessage }) => ({
    at,
    step,
    outcome: outcomeFor(direction, outcome),
    attempt,
    detail: errorMessage ?? '',
  }));
}

function outcomeFor(direction: string, outcome: string): TimelineEntry['outcome'] {
  if (outcome === 'resolved') return 'succeeded';
  if (outcome === 'succeeded' && direction === 'undo') return 'undone';
  return outcome as TimelineEntry['outcome'];
}
