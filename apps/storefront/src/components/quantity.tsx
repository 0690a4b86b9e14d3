import { Minus, Plus } from 'lucide-react';
import styles from './quantity.module.css';

interface Props {
  /** What is counted, for a screen reader. */
  label: string;
  value: number;
  /** 1 unless the line may be emptied. */
  least?: number;
  most?: number;
  onChange: (quantity: number) => void;
}

/** The service takes this many of one product. */
export const mostPerProduct = 999;

/** A number with a button on each side; typing works, too. */
export function Quantity({ label, value, least = 1, most = mostPerProduct, onChange }: Props) {
  const set = (quantity: number) => {
    if (Number.isInteger(quantity)) onChange(Math.min(most, Math.max(least, quantity)));
  };
  return (
    <div className={styles.quantity} role="group" aria-label={label}>
      <button type="button" aria-label="One less" disabled={value <= least} onClick={() => set(value - 1)}>
        <Minus aria-hidden="true" size={18} />
      </button>
      <input
        aria-label={label}
        inputMode="numeric"
        value={value}
        onFocus={(event) => event.target.select()}
        onChange={(event) => set(Number.parseInt(event.target.value || String(least), 10))}
      />
      <button type="button" aria-label="One more" disabled={value >= most} onClick={() => set(value + 1)}>
        <Plus aria-hidden="true" size={18} />
      </button>
    </div>
  );
}
