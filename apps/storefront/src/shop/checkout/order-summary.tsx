import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Cart } from '../../api/cart.ts';
import { Price } from '../../components/price.tsx';
import styles from './order-summary.module.css';

/** What will be bought, next to the form; `children` is the button and what went wrong with it. */
export function OrderSummary({ cart, children }: { cart: Cart; children: ReactNode }) {
  return (
    <section className={styles.summary} aria-labelledby="summary">
      <div className={styles.head}>
        <h2 id="summary">Your order</h2>
        <Link to="/cart">Change</Link>
      </div>
      <ul className={styles.lines}>
        {cart.items.map((item) => (
          <li key={item.productId}>
            <span>
              <span className="numeric">{item.quantity}</span> × {item.name}
            </span>
            <Price money={item.lineTotal} />
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        <span>Total</span>
        <strong>
          <Price money={cart.total} />
        </strong>
      </p>
      {children}
    </section>
  );
}
