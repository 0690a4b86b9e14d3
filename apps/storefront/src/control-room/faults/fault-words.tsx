import { Link } from 'react-router';
import type { Fault } from '../../api/ops/faults.ts';
import { useNow } from '../../components/saga-timeline/use-now.ts';
import { formatClock, formatDuration } from '../../format/time.ts';
import styles from './faults.module.css';

/** What to expect, what comes after, what answers it; and, while it is on, how long it still is. */
export function FaultWords({ fault, enabled }: { fault: Fault; enabled: boolean }) {
  if (fault.notApplicable) return <p className={styles.words}>Not here: {fault.notApplicable}.</p>;
  return (
    <div className={styles.words}>
      {enabled && fault.expiresAt && <Remaining expiresAt={fault.expiresAt} />}
      <p>{fault.expect}</p>
      <p className="soft">
        Off again: {fault.after} Answered by: <Link to={fault.see}>{fault.pattern}</Link>.
      </p>
    </div>
  );
}

function Remaining({ expiresAt }: { expiresAt: string }) {
  const left = Math.max(0, Date.parse(expiresAt) - useNow(true));
  return (
    <p className={styles.remaining}>
      On for another <time dateTime={expiresAt}>{formatDuration(Math.ceil(left / 1_000) * 1_000)}</time>,
      until {formatClock(expiresAt)}
    </p>
  );
}
