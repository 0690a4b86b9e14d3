import { formatClock } from '../../format/time.ts';
import type { Attempt } from './attempts.ts';
import type { TimelineStep } from './entry.ts';
import { plannedWords, sentenceFor } from './plain-words.ts';
import styles from './timeline-list.module.css';

/** The story in sentences, with what is still to come; each step says its latest state in its own place. */
export function PlainList({ attempts, upcoming }: { attempts: Attempt[]; upcoming: TimelineStep[] }) {
  return (
    <ol className={styles.list}>
      {latestOfEachStep(attempts).map((attempt) => (
        <li
          key={`${attempt.direction}:${attempt.step}`}
          data-outcome={attempt.outcome}
          data-direction={attempt.direction}
        >
          <span className={styles.words}>{sentenceFor(attempt)}</span>
          <span className={styles.meta}>
            {attempt.attempt > 1 && `try ${attempt.attempt} · `}
            {formatClock(attempt.endedAt ?? attempt.startedAt)}
          </span>
        </li>
      ))}
      {upcoming.map((step) => (
        <li key={`run:${step.name}`} data-outcome="planned">
          <span className={styles.words}>{plannedWords(step.name)}</span>
          <span className={styles.meta}>to come</span>
        </li>
      ))}
    </ol>
  );
}

function latestOfEachStep(attempts: Attempt[]): Attempt[] {
  const latest = new Map(attempts.map((attempt) => [`${attempt.direction}:${attempt.step}`, attempt]));
  return [...latest.values()];
}
