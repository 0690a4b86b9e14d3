import { useQuery } from '@tanstack/react-query';
import { resilienceQuery, type Resilience } from '../../api/ops/resilience.ts';
import { Empty } from '../../components/empty.tsx';
import { formatDuration } from '../../format/time.ts';
import { formatNumber } from '../../format/words.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { Breaker } from './breaker.tsx';
import { Bulkhead } from './bulkhead.tsx';
import { byUrgency } from './by-urgency.ts';

const columns: Column<Resilience>[] = [
  { header: 'Service', cell: (row) => <strong>{row.service}</strong> },
  { header: 'Calls', cell: (row) => row.dependency },
  { header: 'Breaker', cell: (row) => <Breaker breaker={row.policies.breaker} /> },
  { header: 'Bulkhead', cell: (row) => <Bulkhead bulkhead={row.policies.bulkhead} /> },
  { header: 'Deadline', cell: (row) => orNone(row.policies.deadlineMs, formatDuration), numeric: true },
  { header: 'Tries', cell: (row) => orNone(row.policies.retry?.attempts, formatNumber), numeric: true },
  { header: 'Total', cell: (row) => formatNumber(row.calls.total), numeric: true },
  { header: 'Failed', cell: (row) => formatNumber(row.calls.failed), numeric: true },
  { header: 'Retried', cell: (row) => formatNumber(row.calls.retried), numeric: true },
  { header: 'Rejected', cell: (row) => formatNumber(row.calls.rejected), numeric: true },
];

export function ResiliencePage() {
  const resilience = useQuery(resilienceQuery);
  return (
    <>
      <PageHeading
        title="Resilience"
        about="How each service protects itself from what it calls: deadline, tries, breaker, bulkhead."
      />
      <Resource what="The policies" query={resilience} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No calls yet">
              <p>A policy appears here when it has seen its first call. Open the shop to make some.</p>
            </Empty>
          ) : (
            <DataTable
              caption="Policies"
              columns={columns}
              rows={items.toSorted(byUrgency)}
              rowKey={(row) => `${row.service}:${row.dependency}`}
            />
          )
        }
      </Resource>
    </>
  );
}

function orNone(value: number | null | undefined, write: (value: number) => string): string {
  return value === null || value === undefined ? 'none' : write(value);
}
