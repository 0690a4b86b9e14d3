import { Link } from 'react-router';
import type { CartItem } from '../../api/cart.ts';
import { Price } from '../../components/price.tsx';
import { Quantity } from '../../components/quantity.tsx';
import styles from './cart.module.css';

interface Props {
  item: CartItem;
  onChange: (quantity: number) => void;
}

export function CartLine({ item, onChange }: Props) {
  return (
    <li className={styles.line}>
      <div className={styles.thumb}>
        {item.imageUrl && <img src={item.imageUrl} alt="" width={96} height={96} />}
      </div>
      <div className={styles.what}>
        <Link to={`/products/${item.productId}`} className={styles.name}>
          {item.name}
        </Link>
        <p className="soft">
          <Price money={item.unitPrice} /> each
        </p>
      </div>
      <Quantity label={`Quantity of ${item.name}`} value={item.quantity} onChange={onChange} />
      <p className={styles.lineTotal}>
        <Price money={item.lineTotal} />
      </p>
      <button type="button" className="link-button" onClick={() => onChange(0)}>
        Remove<span className="visually-hidden"> {item.name}</span>
      </button>
    </li>
  );
}
