import { TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { asApiError } from '../api/problem.ts';
import styles from './notice.module.css';

interface Props {
  /** What could not be done, as a sentence. */
  title: string;
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** It is all there is on the page, so its title is the page's heading. */
  wholePage?: boolean;
}

/** What happened, what to do, and the trace that proves it. */
export function ErrorNotice({ title, error, onRetry, wholePage = false }: Props) {
  const problem = asApiError(error);
  return (
    <div role="alert" className={styles.notice} data-tone="bad">
      <TriangleAlert aria-hidden="true" className={styles.icon} />
      <div className={styles.body}>
        {wholePage ? <h1>{title}</h1> : <p className={styles.title}>{title}</p>}
        <p>
          {problem.message} <code className={styles.code}>{problem.code}</code>
        </p>
        {problem.traceId && (
          <p className="small">
            Trace <Link to={`/ops/traces/${problem.traceId}`}>{problem.traceId}</Link>
          </p>
        )}
        {onRetry && (
          <button type="button" className="button small" onClick={onRetry}>
            Try again
          </button>
        )}
      </div>
    </div>
  );
}
