import type { Fault } from '../../api/ops/faults.ts';
import styles from './faults.module.css';

interface Props {
  fault: Fault;
  value: string;
  onChange: (value: string) => void;
  onCommit: () => void;
}

/** How much of it; only for faults that have an amount. A change is sent when the field is left or Enter pressed. */
export function FaultValue({ fault, value, onChange, onCommit }: Props) {
  if (fault.value === null && fault.defaultValue === null) return <span />;
  return (
    <label className={styles.value}>
      <span className="visually-hidden">{fault.title}: how much</span>
      <input
        className="input"
        inputMode={typeof fault.defaultValue === 'number' ? 'decimal' : 'text'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onCommit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onCommit();
        }}
      />
      <span className="soft">{fault.unit}</span>
    </label>
  );
}
