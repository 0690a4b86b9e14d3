import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ordersQuery } from '../../api/orders.ts';
import { Empty } from '../../components/empty.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { OrderRow } from './order-row.tsx';
import styles from './orders.module.css';

export function OrdersPage() {
  return (
    <div className={styles.page}>
      <title>Orders · Tradewind</title>
      <h1>Your orders</h1>
      <Orders />
    </div>
  );
}

function Orders() {
  const orders = useInfiniteQuery(ordersQuery);
  if (orders.isPending) return <SkeletonLines lines={4} height="4.5rem" />;
  if (!orders.data) {
    return (
      <ErrorNotice
        title="Your orders could not be fetched."
        error={orders.error}
        onRetry={() => void orders.refetch()}
      />
    );
  }
  const items = orders.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <NoOrders />;
  return (
    <>
      <ul className={styles.list}>
        {items.map((order) => (
          <OrderRow key={order.orderId} order={order} />
        ))}
      </ul>
      {orders.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={orders.isFetchingNextPage}
          onClick={() => void orders.fetchNextPage()}
        >
          Show more
        </button>
      )}
    </>
  );
}

function NoOrders() {
  return (
    <Empty title="No orders yet">
      <p>What you order with this browser is listed here, and you can watch it being placed.</p>
      <Link to="/" className="button primary">
        Look around
      </Link>
    </Empty>
  );
}
