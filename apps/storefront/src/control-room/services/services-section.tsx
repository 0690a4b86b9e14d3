import { useQuery } from '@tanstack/react-query';
import { servicesQuery } from '../../api/ops/services.ts';
import { Resource } from '../components/resource.tsx';
import styles from './services.module.css';
import { ServiceTable } from './service-table.tsx';

/** Every process, as a part of the overview. */
export function ServicesSection() {
  const services = useQuery(servicesQuery);
  return (
    <section aria-labelledby="services" className={styles.section}>
      <h2 id="services">Services</h2>
      <Resource what="The services" query={services} lines={10}>
        {(items) => <ServiceTable services={items} />}
      </Resource>
    </section>
  );
}
