import styles from './status-mark.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'busy' | 'neutral';

/** A state in a word, with a shape that also tells it apart without colour. */
export function StatusMark({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={styles.mark} data-tone={tone}>
      {children}
    </span>
  );
}
