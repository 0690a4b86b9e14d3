import type { TimelineEntry } from './entry.ts';

/** One try of one step, from its start to its end. */
export interface Attempt {
  key: string;
  step: string;
  direction: 'run' | 'undo';
  attempt: number;
  startedAt: number;
  /** `null` while it runs. */
  endedAt: number | null;
  outcome: 'running' | 'succeeded' | 'failed' | 'retrying' | 'parked' | 'resolved';
  error: { code: string; message: string } | null;
  /** What the journal kept of the start and of the end: input and answer. */
  details: unknown[];
}

/** Joins the start and the end of every try; an end without a start stands for itself. Keeps the journal's order. */
export function toAttempts(entries: TimelineEntry[]): Attempt[] {
  const attempts: Attempt[] = [];
  for (const entry of entries) {
    const open = attempts.findLast((attempt) => attempt.outcome === 'running' && isSameTry(attempt, entry));
    if (open && entry.outcome !== 'started') finish(open, entry);
    else if (!isRepeatedVerdict(attempts.at(-1), entry)) attempts.push(begin(entry, attempts.length));
  }
  return attempts;
}

/** `retrying` after `failed`, or `parked` after it, is news about the same try and not another one. */
function isRepeatedVerdict(last: Attempt | undefined, entry: TimelineEntry): boolean {
  if (!last || entry.outcome === 'started' || last.outcome === 'running' || !isSameStep(last, entry))
    return false;
  if (last.attempt !== entry.attempt && entry.outcome !== 'parked') return false;
  if (last.outcome === entry.outcome || last.outcome === 'succeeded') return false;
  last.outcome = entry.outcome;
  last.error ??= entry.error;
  return true;
}

function begin(entry: TimelineEntry, index: number): Attempt {
  const running = entry.outcome === 'started';
  return {
    key: `${index}:${entry.direction}:${entry.step}:${entry.attempt}`,
    step: entry.step,
    direction: entry.direction,
    attempt: entry.attempt,
    startedAt: entry.at - (running ? 0 : (entry.durationMs ?? 0)),
    endedAt: running ? null : entry.at,
    outcome: entry.outcome === 'started' ? 'running' : entry.outcome,
    error: entry.error,
    details: entry.detail ? [entry.detail] : [],
  };
}

function finish(attempt: Attempt, entry: TimelineEntry): void {
  if (entry.outcome === 'started') return;
  attempt.outcome = entry.outcome;
  attempt.endedAt = entry.at;
  attempt.error = entry.error;
  if (entry.detail) attempt.details.push(entry.detail);
}

function isSameTry(attempt: Attempt, entry: TimelineEntry): boolean {
  return isSameStep(attempt, entry) && attempt.attempt === entry.attempt;
}

function isSameStep(attempt: Attempt, entry: TimelineEntry): boolean {
  return attempt.step === entry.step && attempt.direction === entry.direction;
}
