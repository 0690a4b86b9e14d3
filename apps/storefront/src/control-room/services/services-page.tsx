import { useQuery } from '@tanstack/react-query';
import { servicesQuery } from '../../api/ops/services.ts';
import { signalsQuery } from '../../api/ops/signals.ts';
import { formatBytes } from '../../format/words.ts';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { ServiceTable } from './service-table.tsx';

export function ServicesPage() {
  const services = useQuery(servicesQuery);
  const signals = useQuery(signalsQuery);
  const memory = (services.data ?? []).reduce((sum, service) => sum + (service.rssBytes ?? 0), 0);
  return (
    <>
      <PageHeading
        title="Services"
        about={`Every process of the system${memory > 0 ? `, ${formatBytes(memory)} resident in all` : ''}. One that dies is restarted. Lines show the last five minutes.`}
      />
      <Resource what="The services" query={services} lines={12}>
        {(items) => <ServiceTable services={items} signals={signals.data?.items ?? []} />}
      </Resource>
    </>
  );
}
