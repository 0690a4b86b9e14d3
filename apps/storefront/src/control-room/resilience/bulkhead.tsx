import type { Resilience } from '../../api/ops/resilience.ts';
import styles from './bulkhead.module.css';

/** How full it is; the words carry the numbers. */
export function Bulkhead({ bulkhead }: { bulkhead: Resilience['policies']['bulkhead'] }) {
  if (!bulkhead) return <span className="soft">none</span>;
  const { inUse, limit, queued } = bulkhead;
  return (
    <>
      {inUse} of {limit}
      {queued > 0 && `, ${queued} waiting`}
      <meter className={styles.meter} value={inUse} max={limit} aria-label={`${inUse} of ${limit} in use`} />
    </>
  );
}
