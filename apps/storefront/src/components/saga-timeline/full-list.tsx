import { formatDuration } from '../../format/time.ts';
import { asTitle } from '../../format/words.ts';
import type { Attempt } from './attempts.ts';
import { participantOf, type TimelineStep } from './entry.ts';
import styles from './timeline-list.module.css';

interface Props {
  attempts: Attempt[];
  steps: TimelineStep[];
  onSelect: (attempt: Attempt) => void;
}

/** The full timeline where there is no room for lanes: every attempt, top to bottom. */
export function FullList({ attempts, steps, onSelect }: Props) {
  const start = attempts[0]?.startedAt ?? 0;
  return (
    <ol className={styles.list}>
      {attempts.map((attempt) => (
        <li key={attempt.key} data-outcome={attempt.outcome} data-direction={attempt.direction}>
          <button type="button" className="link-button" onClick={() => onSelect(attempt)}>
            {attempt.direction === 'undo' ? 'Undo: ' : ''}
            {asTitle(attempt.step)}, try {attempt.attempt}
          </button>
          <span className={styles.meta}>
            {participantOf(attempt.step, steps)} · {attempt.outcome} · +
            {formatDuration(attempt.startedAt - start)}
          </span>
        </li>
      ))}
    </ol>
  );
}
