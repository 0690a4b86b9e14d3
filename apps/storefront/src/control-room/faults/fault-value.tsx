import { useId } from 'react';
import type { Fault } from '../../api/ops/faults.ts';
import { boundsOf } from './check-amount.ts';
import styles from './faults.module.css';

interface Props {
  fault: Fault;
  value: string;
  /** What is wrong with it; null when nothing is. */
  wrong: string | null;
  onChange: (value: string) => void;
  onCommit: () => void;
}

/** How much of it; only for faults that have an amount. A change is sent when the field is left or Enter pressed. */
export function FaultValue({ fault, value, wrong, onChange, onCommit }: Props) {
  const bounds = useId();
  if (fault.unit === null) return null;
  return (
    <div className={styles.value}>
      <label>
        <span className="visually-hidden">{fault.title}: how much</span>
        <input
          className="input"
          inputMode="numeric"
          value={value}
          aria-describedby={bounds}
          aria-invalid={wrong !== null}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onCommit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onCommit();
          }}
        />
      </label>
      <span>{fault.unit}</span>
      <span id={bounds} className={wrong ? styles.wrong : 'soft'}>
        {wrong ?? boundsOf(fault)}
      </span>
    </div>
  );
}
