import { Link } from 'react-router';
import type { Order } from '../../api/orders.ts';
import { Price } from '../../components/price.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { formatDay } from '../../format/time.ts';
import { statusWords } from '../order/status-words.ts';
import styles from './orders.module.css';

export function OrderRow({ order }: { order: Order }) {
  const words = statusWords[order.status];
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link to={`/orders/${order.orderId}`}>{titleOf(order)}</Link>
        <p className="soft small">{formatDay(order.placedAt)}</p>
      </div>
      <StatusMark tone={words.tone}>{words.short}</StatusMark>
      <p className={styles.total}>
        <Price money={order.total} />
      </p>
    </li>
  );
}

/** People remember what they bought, not a number. */
function titleOf(order: Order): string {
  const [first, ...others] = order.lines;
  if (!first) return 'Order';
  return others.length === 0 ? first.name : `${first.name} and ${others.length} more`;
}
