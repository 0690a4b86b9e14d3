import styles from './skeleton.module.css';

/** Grey where something will be, of the size it will have. */
export function Skeleton({ width = '100%', height = '1em' }: { width?: string; height?: string }) {
  return <span className={styles.skeleton} style={{ width, height }} />;
}

/** Lines of a list that is being fetched; a screen reader hears only "Loading". */
export function SkeletonLines({ lines, height = '2.5rem' }: { lines: number; height?: string }) {
  return (
    <div className={styles.lines} role="status">
      <span className="visually-hidden">Loading</span>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={height} />
      ))}
    </div>
  );
}
