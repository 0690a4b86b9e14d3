import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { faultsQuery, useClearFaults } from '../../api/ops/faults.ts';
import { Empty } from '../../components/empty.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { FaultSections } from './fault-sections.tsx';
import { LastsSelect } from './lasts-select.tsx';

export function FaultsPage() {
  const faults = useQuery(faultsQuery);
  const clear = useClearFaults();
  const [lasts, setLasts] = useState(300);
  const thrown = faults.data?.items.filter((fault) => fault.enabled).length ?? 0;
  return (
    <>
      <PageHeading
        title="Faults"
        about="Switches that break something on purpose. Each says what to expect, what answers it and where that shows."
      >
        <LastsSelect seconds={lasts} onChange={setLasts} />
        <button
          type="button"
          className="button"
          disabled={thrown === 0 || clear.isPending}
          onClick={() => clear.mutate()}
        >
          {thrown === 0 ? 'All are off' : `Turn all off (${thrown})`}
        </button>
      </PageHeading>
      {clear.isError && <ErrorNotice title="The switches could not be turned off." error={clear.error} />}
      <Resource what="The fault switches" query={faults} lines={8}>
        {({ items }) => (items.length === 0 ? <NoFaults /> : <FaultSections faults={items} lasts={lasts} />)}
      </Resource>
    </>
  );
}

function NoFaults() {
  return (
    <Empty title="No switches">
      <p>No process offers any. They do so in the demo mode only (MODE=demo), never in production.</p>
    </Empty>
  );
}
