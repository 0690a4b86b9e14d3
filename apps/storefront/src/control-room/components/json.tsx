import styles from './json.module.css';

/** Data as it is, folded until somebody wants it. */
export function Json({ summary, value }: { summary: string; value: unknown }) {
  if (value === null || value === undefined) return <span className="soft">none</span>;
  return (
    <details className={styles.json}>
      <summary>{summary}</summary>
      <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
