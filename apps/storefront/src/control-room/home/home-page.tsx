import { PageHeading } from '../components/page-heading.tsx';
import { ServicesSection } from '../services/services-section.tsx';
import { OpenProblems } from './open-problems.tsx';
import { ServiceLevelTable } from './service-level-table.tsx';
import { SignalsRow } from './signals-row.tsx';
import styles from './home.module.css';

export function HomePage() {
  return (
    <>
      <PageHeading title="Overview" />
      <SignalsRow />
      <OpenProblems />
      <div className={styles.columns}>
        <ServicesSection />
        <ServiceLevelTable />
      </div>
    </>
  );
}
