import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { deadLettersQuery, openLetters } from '../../api/ops/dead-letters.ts';
import { faultsQuery } from '../../api/ops/faults.ts';
import { reconciliationQuery } from '../../api/ops/reconciliation.ts';
import { resilienceQuery } from '../../api/ops/resilience.ts';
import { sagasQuery } from '../../api/ops/sagas.ts';
import { servicesQuery } from '../../api/ops/services.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import styles from './home.module.css';
import { problemsOf, type Sources } from './problems.ts';

/** What needs a person, before anything else. */
export function OpenProblems() {
  const sources = useSources();
  const { problems, unknown, pending } = problemsOf(sources);
  return (
    <section aria-labelledby="problems" className={styles.problems}>
      <h2 id="problems">Open problems</h2>
      <ul aria-live="polite">
        {problems.map((problem) => (
          <li key={problem.words}>
            <StatusMark tone={problem.tone}>{problem.kind}</StatusMark>
            <Link to={problem.path}>{problem.words}</Link>
          </li>
        ))}
        {unknown.map((what) => (
          <li key={what}>
            <StatusMark tone="neutral">Unknown</StatusMark>
            {what} could not be fetched.
          </li>
        ))}
        {pending && (
          <li>
            <Skeleton width="6rem" />
            <Skeleton width="16rem" />
          </li>
        )}
        {!pending && problems.length + unknown.length === 0 && (
          <li>
            <StatusMark tone="good">None</StatusMark>
            <span>
              Nothing needs you. To see the system repair itself,{' '}
              <Link to="/ops/faults">throw a fault switch</Link>.
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}

function useSources(): Sources {
  const sagas = useInfiniteQuery(sagasQuery('parked'));
  const deadLetters = useInfiniteQuery(deadLettersQuery(openLetters));
  const resilience = useQuery(resilienceQuery);
  const reconciliation = useQuery(reconciliationQuery);
  const faults = useQuery(faultsQuery);
  const services = useQuery(servicesQuery);
  return {
    sagas: { failed: sagas.isError, data: sagas.data?.pages.flatMap((page) => page.items) },
    deadLetters: { failed: deadLetters.isError, data: deadLetters.data?.pages.flatMap((page) => page.items) },
    resilience: { failed: resilience.isError, data: resilience.data?.items },
    invariants: { failed: reconciliation.isError, data: reconciliation.data?.invariants },
    faults: { failed: faults.isError, data: faults.data?.items },
    services: { failed: services.isError, data: services.data },
  };
}
