import { sparklinePath } from './sparkline-path.ts';
import styles from './sparkline.module.css';

const size = { width: 120, height: 28 };

/** The course of a number; the number itself stands beside it, so this is decoration for a screen reader. */
export function Sparkline({ values }: { values: number[] }) {
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={sparklinePath(values, size)} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
