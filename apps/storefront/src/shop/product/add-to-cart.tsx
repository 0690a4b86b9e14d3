import { useState } from 'react';
import { Link } from 'react-router';
import { useAddToCart } from '../../api/cart.ts';
import type { ProductDetail } from '../../api/products.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Quantity, mostPerProduct } from '../../components/quantity.tsx';
import { counted } from '../../format/words.ts';
import styles from './product.module.css';

export function AddToCart({ product }: { product: ProductDetail }) {
  const [quantity, setQuantity] = useState(1);
  const add = useAddToCart();
  const soldOut = product.stock?.available === 0;
  const most = Math.max(1, product.stock?.available ?? mostPerProduct);
  return (
    <>
      <div className={styles.buy}>
        <Quantity label="Quantity" value={quantity} most={most} onChange={setQuantity} />
        <button
          type="button"
          className="button primary large"
          disabled={soldOut || add.isPending}
          onClick={() => add.mutate({ productId: product.id, quantity })}
        >
          {soldOut ? 'Sold out' : 'Add to cart'}
        </button>
      </div>
      <div className={styles.answer} role="status">
        {add.isSuccess && (
          <p>
            {counted(add.variables.quantity, 'piece')} added. <Link to="/cart">Go to the cart</Link>
          </p>
        )}
      </div>
      {add.isError && <ErrorNotice title="It did not get into the cart." error={add.error} />}
    </>
  );
}
