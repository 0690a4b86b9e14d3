import type { ServiceProcess } from '../../api/ops/services.ts';
import { StatusMark, type Tone } from '../../components/status-mark.tsx';
import { formatDuration } from '../../format/time.ts';
import { formatBytes } from '../../format/words.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import styles from './services.module.css';

const columns: Column<ServiceProcess>[] = [
  { header: 'Service', cell: (service) => <strong>{service.name}</strong> },
  { header: 'State', cell: (service) => <StatusMark tone={toneOf(service)}>{wordsOf(service)}</StatusMark> },
  { header: 'Version', cell: (service) => <span className={styles.version}>{service.version}</span> },
  { header: 'Memory', cell: (service) => orDash(service.rssBytes, formatBytes), numeric: true },
  {
    header: 'Up for',
    cell: (service) => orDash(service.uptimeSeconds, (seconds) => formatDuration(seconds * 1_000)),
    numeric: true,
  },
  { header: 'Restarts', cell: (service) => service.restarts, numeric: true },
  { header: 'Process', cell: (service) => service.pid ?? '–', numeric: true },
];

/** What the overview shows of a process. */
const essential = columns.filter(({ header }) => header !== 'Version' && header !== 'Process');

export function ServiceTable({ services, brief = false }: { services: ServiceProcess[]; brief?: boolean }) {
  if (services.length === 0)
    return <p className="soft">No process has reported yet. They do so within seconds.</p>;
  return (
    <DataTable
      caption="Services"
      columns={brief ? essential : columns}
      rows={services}
      rowKey={(service) => service.name}
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
