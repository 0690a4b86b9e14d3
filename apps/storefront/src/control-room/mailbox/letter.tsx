import type { Mail } from '../../api/ops/mailbox.ts';
import styles from './mailbox.module.css';

/** The subject; a press on it shows what was written. */
export function Letter({ mail }: { mail: Mail }) {
  if (!mail.body) return mail.subject;
  return (
    <details className={styles.letter}>
      <summary>{mail.subject}</summary>
      <p>{mail.body}</p>
    </details>
  );
}
