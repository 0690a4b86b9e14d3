import type { ProcessSignals, ServiceSignals } from '../../api/ops/signals.ts';
import { Sparkline } from '../components/sparkline.tsx';
import styles from './services.module.css';

interface Props {
  of: ServiceSignals | undefined;
  read: (signals: ProcessSignals) => number | null;
  write: (value: number) => string;
}

/** A number with its last minutes; a dash where there is nothing to measure. */
export function Trend({ of: signals, read, write }: Props) {
  const value = signals ? read(signals) : null;
  if (!signals || value === null) return <>–</>;
  return (
    <span className={styles.trend}>
      <Sparkline values={signals.history.map((then) => read(then) ?? 0)} />
      <span>{write(value)}</span>
    </span>
  );
}
