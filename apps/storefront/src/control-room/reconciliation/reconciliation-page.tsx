import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { checkNow, reconciliationQuery } from '../../api/ops/reconciliation.ts';
import { formatClock } from '../../format/time.ts';
import { Empty } from '../../components/empty.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { InvariantRow } from './invariant-row.tsx';
import styles from './reconciliation.module.css';

export function ReconciliationPage() {
  const reconciliation = useQuery(reconciliationQuery);
  const { data } = reconciliation;
  const client = useQueryClient();
  const check = useMutation({
    mutationFn: checkNow,
    onSuccess: (result) => client.setQueryData(reconciliationQuery.queryKey, result),
  });
  return (
    <>
      <PageHeading
        title="Reconciliation"
        about={
          <>
            Do money, stock, orders, events and mail agree? Checked over all services
            {data && `, last at ${formatClock(data.checkedAt)}`}. Orders under way may show as a difference
            for a moment.
          </>
        }
      >
        <button type="button" className="button" disabled={check.isPending} onClick={() => check.mutate()}>
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
