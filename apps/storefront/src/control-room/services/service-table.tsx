import type { ServiceProcess } from '../../api/ops/services.ts';
import type { ServiceSignals } from '../../api/ops/signals.ts';
import { StatusMark, type Tone } from '../../components/status-mark.tsx';
import { formatDuration } from '../../format/time.ts';
import { formatBytes, formatNumber, formatPercent } from '../../format/words.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import styles from './services.module.css';
import { Trend } from './trend.tsx';

/** A process, and its signals when it has an admin port. */
interface Row extends ServiceProcess {
  signals: ServiceSignals | undefined;
}

const essential: Column<Row>[] = [
  { header: 'Service', cell: (row) => <strong>{row.name}</strong> },
  { header: 'State', cell: (row) => <StatusMark tone={toneOf(row)}>{wordsOf(row)}</StatusMark> },
  { header: 'Memory', cell: (row) => orDash(row.rssBytes, formatBytes), numeric: true },
  {
    header: 'Up for',
    cell: (row) => orDash(row.uptimeSeconds, (seconds) => formatDuration(Math.round(seconds) * 1_000)),
    numeric: true,
  },
  { header: 'Restarts', cell: (row) => row.restarts, numeric: true },
];

const golden: Column<Row>[] = [
  {
    header: 'Requests/s',
    cell: ({ signals }) => <Trend of={signals} read={(it) => it.requestsPerSecond} write={rounded} />,
    numeric: true,
  },
  {
    header: 'Failed',
    cell: ({ signals }) => <Trend of={signals} read={(it) => it.errorRate} write={formatPercent} />,
    numeric: true,
  },
  {
    header: '99 % within',
    cell: ({ signals }) => <Trend of={signals} read={(it) => it.p99Ms} write={formatDuration} />,
    numeric: true,
  },
  {
    header: 'Cores',
    cell: ({ signals }) => <Trend of={signals} read={(it) => it.cores} write={hundredths} />,
    numeric: true,
  },
];

const last: Column<Row>[] = [
  { header: 'Version', cell: (row) => <span className={styles.version}>{row.version}</span> },
  { header: 'Process', cell: (row) => row.pid ?? '–', numeric: true },
];

const full = [...essential.slice(0, 2), ...golden, ...essential.slice(2), ...last];

interface Props {
  services: ServiceProcess[];
  /** Of those that have any; undefined: not shown. */
  signals?: ServiceSignals[];
}

export function ServiceTable({ services, signals }: Props) {
  if (services.length === 0)
    return <p className="soft">No process has reported yet. They do so within seconds.</p>;
  const rows = services.map((it) => ({
    ...it,
    signals: signals?.find(({ service }) => service === it.name),
  }));
  return (
    <DataTable
      caption="Services"
      columns={signals ? full : essential}
      rows={rows}
      rowKey={(row) => row.name}
    />
  );
}

function toneOf(service: ServiceProcess): Tone {
  if (service.ready) return 'good';
  return service.status === 'starting' ? 'busy' : 'bad';
}

function wordsOf(service: ServiceProcess): string {
  return service.ready ? 'ready' : service.status;
}

function orDash(value: number | null, write: (value: number) => string): string {
  return value === null || value === undefined ? '–' : write(value);
}

const rounded = (value: number): string => formatNumber(Math.round(value * 10) / 10);
const hundredths = (value: number): string => formatNumber(Math.round(value * 100) / 100);
