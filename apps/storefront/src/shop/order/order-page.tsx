import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useLiveOrder } from '../../api/live-order.ts';
import { useCancelOrder } from '../../api/orders.ts';
import { asApiError } from '../../api/problem.ts';
import { Empty } from '../../components/empty.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { OrderView } from './order-view.tsx';

export function OrderPage() {
  const { orderId = '' } = useParams();
  return <LiveOrder key={orderId} orderId={orderId} />;
}

function LiveOrder({ orderId }: { orderId: string }) {
  const [cancelling, setCancelling] = useState(false);
  const cancel = useCancelOrder(orderId);
  const { order } = useLiveOrder(orderId, cancelling && !cancel.isError);

  if (cancelling && order.data && !isCancellable(order.data.status)) setCancelling(false);
  if (order.isPending) return <Loading />;
  if (!order.data) return <NoOrder error={order.error} onRetry={() => void order.refetch()} />;
  return (
    <OrderView
      order={order.data}
      cancelling={cancelling && !cancel.isError}
      cancelError={cancel.error}
      onCancel={() => {
        setCancelling(true);
        cancel.mutate();
      }}
    />
  );
}

function Loading() {
  return (
    <>
      <h1 className="visually-hidden">Order</h1>
      <SkeletonLines lines={6} height="3rem" />
    </>
  );
}

function isCancellable(status: string): boolean {
  return status === 'pending' || status === 'confirmed';
}

function NoOrder({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (asApiError(error).status !== 404) {
    return <ErrorNotice wholePage title="This order could not be fetched." error={error} onRetry={onRetry} />;
  }
  return (
    <Empty wholePage title="No such order here">
      <title>No such order · Tradewind</title>
      <p>Orders are shown only to the browser or the account that placed them.</p>
      <Link to="/orders">See your orders</Link>
    </Empty>
  );
}
