import { useQuery } from '@tanstack/react-query';
import { reconciliationQuery } from '../../api/ops/reconciliation.ts';
import { formatClock } from '../../format/time.ts';
import { Empty } from '../../components/empty.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { InvariantRow } from './invariant-row.tsx';
import styles from './reconciliation.module.css';

export function ReconciliationPage() {
  const reconciliation = useQuery(reconciliationQuery);
  const { data, isFetching, refetch } = reconciliation;
  return (
    <>
      <PageHeading
        title="Reconciliation"
        about={
          <>
            Do money, stock, orders, events and mail agree? Checked over all databases
            {data && `, last at ${formatClock(data.checkedAt)}`}. Orders under way may show as a difference
            for a moment.
          </>
        }
      >
        <button type="button" className="button" disabled={isFetching} onClick={() => void refetch()}>
          Check now
        </button>
      </PageHeading>
      <Resource what="The reconciliation" query={reconciliation} lines={12}>
        {({ invariants }) =>
          invariants.length === 0 ? (
            <Empty title="Not checked yet">
              <p>The first check follows within seconds of the start.</p>
            </Empty>
          ) : (
            <ul className={styles.list}>
              {invariants.map((invariant) => (
                <InvariantRow key={invariant.id} invariant={invariant} />
              ))}
            </ul>
          )
        }
      </Resource>
    </>
  );
}
