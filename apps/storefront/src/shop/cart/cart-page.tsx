import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { cartQuery } from '../../api/cart.ts';
import { Empty } from '../../components/empty.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { CartView } from './cart-view.tsx';
import styles from './cart.module.css';

export function CartPage() {
  return (
    <div className={styles.page}>
      <title>Cart · Tradewind</title>
      <h1>Cart</h1>
      <CartContent />
    </div>
  );
}

function CartContent() {
  const cart = useQuery(cartQuery);
  if (cart.isPending) return <SkeletonLines lines={3} height="6rem" />;
  if (!cart.data) {
    return (
      <ErrorNotice
        title="Your cart could not be fetched. What is in it is safe."
        error={cart.error}
        onRetry={() => void cart.refetch()}
      />
    );
  }
  return cart.data.items.length === 0 ? <EmptyCart /> : <CartView cart={cart.data} />;
}

function EmptyCart() {
  return (
    <Empty title="Your cart is empty">
      <p>What you add on a product’s page waits here, also when you come back later.</p>
      <Link to="/" className="button primary">
        Look around
      </Link>
    </Empty>
  );
}
