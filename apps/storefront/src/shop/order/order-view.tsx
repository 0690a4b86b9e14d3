import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { cartQuery } from '../../api/cart.ts';
import type { Order } from '../../api/orders.ts';
import { SimpleTimeline } from '../../components/saga-timeline/simple-timeline.tsx';
import { formatDay } from '../../format/time.ts';
import { orderNumber } from '../../format/words.ts';
import { CancelOrder } from './cancel-order.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderVerdict } from './order-verdict.tsx';
import styles from './order.module.css';

interface Props {
  order: Order;
  cancelling: boolean;
  cancelError: unknown;
  onCancel: () => void;
}

export function OrderView({ order, cancelling, cancelError, onCancel }: Props) {
  useFreshCart(order.status);
  return (
    <div className={styles.page}>
      <title>{`Order ${orderNumber(order.orderId)} · Tradewind`}</title>
      <div className={styles.heading}>
        <h1>Order {orderNumber(order.orderId)}</h1>
        <p className="soft">Placed on {formatDay(order.placedAt)}</p>
      </div>
      <OrderVerdict order={order} cancelling={cancelling} />
      <section aria-labelledby="progress" className={styles.section}>
        <h2 id="progress">{order.status === 'pending' ? 'What happened so far' : 'What happened'}</h2>
        <SimpleTimeline order={order} />
      </section>
      <section aria-labelledby="lines" className={styles.section}>
        <h2 id="lines">What you ordered</h2>
        <OrderLines order={order} />
      </section>
      <CancelOrder order={order} cancelling={cancelling} error={cancelError} onCancel={onCancel} />
      <p className="small soft">
        Curious how it works?{' '}
        <Link to={`/ops/sagas/${order.orderId}`}>See this order in the control room</Link>
      </p>
    </div>
  );
}

/** A confirmed order empties the cart, a little later and on the server. */
function useFreshCart(status: string): void {
  const client = useQueryClient();
  useEffect(() => {
    void client.invalidateQueries(cartQuery);
    const timer = setTimeout(() => void client.invalidateQueries(cartQuery), 1_500);
    return () => clearTimeout(timer);
  }, [client, status]);
}
