import { useQuery } from '@tanstack/react-query';
import { serviceLevelsQuery, type Signals } from '../../api/ops/service-levels.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatDuration } from '../../format/time.ts';
import { formatNumber, formatPercent } from '../../format/words.ts';
import styles from './signals-row.module.css';
import { Sparkline } from '../components/sparkline.tsx';

interface Signal {
  name: string;
  read: (signals: Signals) => number | null;
  write: (value: number) => string;
}

const signals: Signal[] = [
  { name: 'Requests per second', read: (now) => now.requestsPerSecond, write: rounded },
  { name: 'Errors', read: (now) => ofRequests(now, now.errorRate), write: formatPercent },
  { name: 'Half answered within', read: (now) => ofRequests(now, now.p50Ms), write: formatDuration },
  { name: '99 % answered within', read: (now) => ofRequests(now, now.p99Ms), write: formatDuration },
  { name: 'Orders per minute', read: (now) => now.ordersPerMinute, write: rounded },
];

/** Traffic, errors, latency and business, with the last minutes of each. */
export function SignalsRow() {
  const levels = useQuery(serviceLevelsQuery);
  const history = levels.data?.history ?? [];
  if (levels.isError && !levels.data) {
    return (
      <ErrorNotice
        title="The signals could not be fetched."
        error={levels.error}
        onRetry={() => void levels.refetch()}
      />
    );
  }
  return (
    <dl className={styles.row} aria-label="Signals">
      {signals.map((signal) => (
        <div key={signal.name} className={styles.signal}>
          <dt>{signal.name}</dt>
          <dd>
            <span className={styles.value}>{written(signal, levels.data?.signals)}</span>
            <Sparkline values={history.map((then) => signal.read(then) ?? 0)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A dash where nothing was measured, as with the latency of no requests. */
function written(signal: Signal, now: Signals | undefined): string {
  const value = now ? signal.read(now) : null;
  return value === null || !Number.isFinite(value) ? '–' : signal.write(value);
}

/** Without requests there is nothing that could be quick or wrong. */
function ofRequests(now: Signals, value: number | null): number | null {
  return now.requestsPerSecond > 0 ? value : null;
}

function rounded(value: number): string {
  return formatNumber(Math.round(value * 10) / 10);
}
