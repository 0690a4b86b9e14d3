import { Link } from 'react-router';
import type { Order } from '../../api/orders.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { reasonFor } from './reasons.ts';
import styles from './order.module.css';
import { statusWords } from './status-words.ts';

/** The answer to the only question that matters here; read aloud when it changes. */
export function OrderVerdict({ order, cancelling }: { order: Order; cancelling: boolean }) {
  const words = statusWords[order.status];
  const reason = order.reason ? reasonFor(order.reason.code) : null;
  return (
    <div className={styles.verdict} data-tone={words.tone} role="status">
      <StatusMark tone={words.tone}>{words.short}</StatusMark>
      <p className={styles.sentence}>{cancelling ? 'We are cancelling your order.' : words.sentence}</p>
      {reason && (
        <p>
          {reason.why} {reason.next}
        </p>
      )}
      {order.status === 'rejected' && (
        <Link className="button primary" to="/checkout">
          Back to the checkout
        </Link>
      )}
    </div>
  );
}
