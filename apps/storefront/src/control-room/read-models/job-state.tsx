import type { ReadModelJob } from '../../api/ops/read-models.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { formatClock } from '../../format/time.ts';
import { counted } from '../../format/words.ts';
import styles from './read-models.module.css';

/** What is being done to a read model, with its progress, or how the last work ended. */
export function JobState({ job }: { job: ReadModelJob }) {
  const busy = job.state === 'requested' || job.state === 'running';
  return (
    <span className={styles.job}>
      <StatusMark tone={toneOf(job)}>{`${job.kind} ${job.state}`}</StatusMark>
      {busy && (
        <progress
          aria-label={`Progress of the ${job.kind}`}
          max={Math.max(1, job.total)}
          value={job.handled}
        />
      )}
      {busy ? ` ${job.handled} of ${job.total} events` : ` ${outcomeOf(job)}`}
    </span>
  );
}

function toneOf({ state, differences }: ReadModelJob) {
  if (state === 'failed' || (state === 'done' && (differences ?? 0) > 0)) return 'bad';
  return state === 'done' ? 'good' : 'busy';
}

function outcomeOf({ state, differences, detail, finishedAt, requestedBy, total }: ReadModelJob): string {
  const when = finishedAt ? formatClock(finishedAt) : '';
  if (state === 'failed') return `${when}: ${detail}`;
  const found = differences === null ? '' : `, ${counted(differences, 'difference')}`;
  return `${when} by ${requestedBy}, from ${counted(total, 'event')}${found}`;
}
