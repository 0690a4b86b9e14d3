import type { Money } from '../api/money.ts';
import { formatMoney } from '../format/money.ts';
import styles from './price.module.css';

export function Price({ money }: { money: Money }) {
  return <span className={styles.price}>{formatMoney(money)}</span>;
}
