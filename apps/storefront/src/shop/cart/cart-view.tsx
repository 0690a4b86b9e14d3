import { Link } from 'react-router';
import { useChangeQuantity, type Cart } from '../../api/cart.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Price } from '../../components/price.tsx';
import { CartLine } from './cart-line.tsx';
import styles from './cart.module.css';

export function CartView({ cart }: { cart: Cart }) {
  const change = useChangeQuantity();
  return (
    <>
      {change.isError && (
        <ErrorNotice
          title="That change was not possible; the cart is as it was before."
          error={change.error}
        />
      )}
      <ul className={styles.lines}>
        {cart.items.map((item) => (
          <CartLine
            key={item.productId}
            item={item}
            onChange={(quantity) => change.mutate({ productId: item.productId, quantity })}
          />
        ))}
      </ul>
      <div className={styles.summary}>
        <p className={styles.total} aria-live="polite">
          Total{' '}
          <strong>
            <Price money={cart.total} />
          </strong>
        </p>
        <p className="soft">Taxes and shipping are included.</p>
        <Link to="/checkout" className="button primary large">
          Check out
        </Link>
      </div>
    </>
  );
}
