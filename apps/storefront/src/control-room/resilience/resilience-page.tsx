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
import { byUrgency, serves } from './by-urgency.ts';
import { GuardTable } from './guard-table.tsx';
import styles from './resilience.module.css';

const columns: Column<Resilience>[] = [
  { header: 'Service', cell: (row) => <strong>{row.service}</strong> },
  { header: 'Calls', cell: (row) => row.dependency },
  { header: 'Breaker', cell: (row) => <Breaker breaker={row.policies.breaker} /> },
  { header: 'Bulkhead', cell: (row) => <Bulkhead bulkhead={row.policies.bulkhead} /> },
  { header: 'Deadline', cell: (row) => orNone(row.policies.deadlineMs, formatDuration), numeric: true },
  { header: 'Tries', cell: (row) => orNone(row.policies.retry?.attempts, formatNumber), numeric: true },
  { header: 'Budget', cell: (row) => <Budget budget={row.policies.budget} />, numeric: true },
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
        about="How each service protects itself: from what it calls by deadline, tries, breaker and bulkhead, from its callers by guards."
      />
      <Resource what="The policies" query={resilience} lines={8}>
        {({ items, guards }) =>
          items.length === 0 ? (
            <Empty title="No calls yet">
              <p>A policy appears here when it has seen its first call. Open the shop to make some.</p>
            </Empty>
          ) : (
            <div className={styles.page}>
              <PolicyTable caption="Policies" rows={items.filter(serves)} />
              <section aria-labelledby="guards">
                <h2 id="guards">Guards</h2>
                <GuardTable guards={guards} />
              </section>
              <details>
                <summary>The control room’s own calls</summary>
                <PolicyTable
                  caption="The control room’s own policies"
                  rows={items.filter((row) => !serves(row))}
                />
              </details>
            </div>
          )
        }
      </Resource>
    </>
  );
}

function PolicyTable({ caption, rows }: { caption: string; rows: Resilience[] }) {
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows.toSorted(byUrgency)}
      rowKey={(row) => `${row.service}:${row.dependency}`}
    />
  );
}

/** Retries that are left; how many were not allowed is what tells. */
function Budget({ budget }: { budget: Resilience['policies']['budget'] }) {
  if (!budget) return <>none</>;
  const refused = budget.refused > 0 ? `, ${formatNumber(budget.refused)} refused` : '';
  return (
    <>
      {formatNumber(Math.floor(budget.left))} of {formatNumber(budget.burst)}
      {refused}
    </>
  );
}

function orNone(value: number | null | undefined, write: (value: number) => string): string {
  return value === null || value === undefined ? 'none' : write(value);
}
