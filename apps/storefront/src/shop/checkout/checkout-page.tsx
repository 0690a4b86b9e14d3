import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { cartQuery } from '../../api/cart.ts';
import { Empty } from '../../components/empty.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { CheckoutForm } from './checkout-form.tsx';
import styles from './checkout.module.css';

export function CheckoutPage() {
  return (
    <div className={styles.page}>
      <title>Check out · Tradewind</title>
      <h1>Check out</h1>
      <Checkout />
    </div>
  );
}

function Checkout() {
  const cart = useQuery(cartQuery);
  if (cart.isPending) return <SkeletonLines lines={5} height="4rem" />;
  if (!cart.data) {
    return (
      <ErrorNotice
        title="Your cart could not be fetched."
        error={cart.error}
        onRetry={() => void cart.refetch()}
      />
    );
  }
  if (cart.data.items.length === 0) {
    return (
      <Empty title="There is nothing to check out">
        <p>Put something into your cart first.</p>
        <Link to="/">See all goods</Link>
      </Empty>
    );
  }
  return <CheckoutForm cart={cart.data} />;
}
