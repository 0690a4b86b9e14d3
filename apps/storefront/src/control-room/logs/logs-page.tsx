import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { logsQuery, type LogFilter } from '../../api/ops/logs.ts';
import { servicesQuery } from '../../api/ops/services.ts';
import { Empty } from '../../components/empty.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { LogFilters } from './log-filters.tsx';
import { LogTable } from './log-table.tsx';

/** They write no log lines that the control room could ask for. */
const silent = new Set(['launcher', 'postgresql', 'kafka']);

export function LogsPage() {
  const [params, setParams] = useSearchParams();
  const read = (name: string) => params.get(name) ?? '';
  const filter: LogFilter = { service: read('service'), level: read('level'), traceId: read('traceId') };
  const logs = useQuery(logsQuery(filter));
  const services = useQuery(servicesQuery);
  const names = (services.data ?? []).map(({ name }) => name).filter((name) => !silent.has(name));
  const change = (next: LogFilter) =>
    setParams(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')));
  return (
    <>
      <PageHeading
        title="Logs"
        about="What the processes said last, newest first. Older lines are in the log files."
      >
        <LogFilters key={filter.traceId} filter={filter} services={names} onChange={change} />
      </PageHeading>
      <Resource what="The log" query={logs} lines={16}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No line matches">
              <p>Processes keep their latest lines only, and say little while all is well.</p>
            </Empty>
          ) : (
            <LogTable lines={items} />
          )
        }
      </Resource>
    </>
  );
}
