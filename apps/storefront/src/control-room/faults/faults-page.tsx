import { useQuery } from '@tanstack/react-query';
import { faultsQuery, useClearFaults, type Fault } from '../../api/ops/faults.ts';
import { Empty } from '../../components/empty.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { FaultRow } from './fault-row.tsx';
import styles from './faults.module.css';

export function FaultsPage() {
  const faults = useQuery(faultsQuery);
  const clear = useClearFaults();
  const thrown = faults.data?.items.filter((fault) => fault.enabled).length ?? 0;
  return (
    <>
      <PageHeading
        title="Faults"
        about="Switches that break something on purpose. Each says what to expect; then watch the overview."
      >
        <button
          type="button"
          className="button"
          disabled={thrown === 0 || clear.isPending}
          onClick={() => clear.mutate()}
        >
          All off
        </button>
      </PageHeading>
      {clear.isError && <ErrorNotice title="The switches could not be turned off." error={clear.error} />}
      <Resource what="The fault switches" query={faults} lines={8}>
        {({ items }) => (items.length === 0 ? <NoFaults /> : <FaultGroups faults={items} />)}
      </Resource>
    </>
  );
}

function FaultGroups({ faults }: { faults: Fault[] }) {
  const services = [...new Set(faults.map((fault) => fault.service))];
  return services.map((service) => (
    <section key={service} aria-label={service} className={styles.group}>
      <h2>{service}</h2>
      <ul>
        {faults
          .filter((fault) => fault.service === service)
          .map((fault) => (
            <FaultRow key={fault.name} fault={fault} />
          ))}
      </ul>
    </section>
  ));
}

function NoFaults() {
  return (
    <Empty title="No switches">
      <p>
        No service offers any. They do so only when faults are allowed by the settings, never in production.
      </p>
    </Empty>
  );
}
