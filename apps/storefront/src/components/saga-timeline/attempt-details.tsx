import { formatDuration, formatInstant } from '../../format/time.ts';
import { asTitle } from '../../format/words.ts';
import type { ReactNode } from 'react';
import type { Attempt } from './attempts.ts';
import styles from './attempt-details.module.css';

interface Props {
  attempt: Attempt | null;
  /** Links to the trace and the events. */
  evidence: ReactNode;
}

/** The evidence for one attempt: when, how long, what went wrong, and what the journal kept of it. */
export function AttemptDetails({ attempt, evidence }: Props) {
  if (!attempt) {
    return (
      <p className={styles.details}>
        Point at a mark, or tab to it, to see when it ran, how long it took and what went wrong.
      </p>
    );
  }
  const duration = attempt.endedAt === null ? 'running' : formatDuration(attempt.endedAt - attempt.startedAt);
  return (
    <div className={styles.details} aria-live="polite" role="group" aria-label="Attempt" tabIndex={0}>
      <p>
        <strong>
          {attempt.direction === 'undo' ? 'Undo of ' : ''}
          {asTitle(attempt.step)}
        </strong>
        , try {attempt.attempt}: {attempt.outcome}, {duration}, from {formatInstant(attempt.startedAt)}
      </p>
      <p className={styles.evidence}>{evidence}</p>
      {attempt.error && (
        <p className={styles.error}>
          <code>{attempt.error.code}</code> {attempt.error.message}
        </p>
      )}
      {attempt.details.map((detail, index) => (
        <pre key={index}>{typeof detail === 'string' ? detail : JSON.stringify(detail, null, 2)}</pre>
      ))}
    </div>
  );
}
