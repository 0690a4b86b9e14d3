import { useQuery } from '@tanstack/react-query';
import { traceQuery } from '../../api/ops/traces.ts';
import { asApiError } from '../../api/problem.ts';
import { TraceLink } from '../components/evidence-links.tsx';
import { Resource } from '../components/resource.tsx';
import { Waterfall } from '../trace/waterfall.tsx';
import styles from './saga.module.css';

/** The order's trace beside its timeline: the same time, seen by every process that had to do with it. */
export function SagaTrace({ traceId }: { traceId: string }) {
  const trace = useQuery(traceQuery(traceId));
  const missing = trace.isError && asApiError(trace.error).status === 404;
  return (
    <section aria-labelledby="trace" className={styles.section}>
      <h2 id="trace">
        <TraceLink traceId={traceId} words="Trace" />
      </h2>
      {missing ? (
        <p className="soft">
          No span of it is kept. Under load only some traces are recorded, and old ones are dropped.
        </p>
      ) : (
        <div className={styles.scroll}>
          <Resource what="The trace" query={trace} lines={8}>
            {({ spans }) => <Waterfall spans={spans} />}
          </Resource>
        </div>
      )}
    </section>
  );
}
