import { Link } from 'react-router';
import type { Availability, Product } from '../../api/products.ts';
import { Price } from '../../components/price.tsx';
import styles from './product-card.module.css';

const availabilityWords: Record<Availability, string> = {
  'in-stock': 'In stock',
  low: 'Only a few left',
  out: 'Sold out',
};

interface Props {
  product: Product;
  /** In sight at once: the picture is not put off. */
  eager?: boolean;
}

export function ProductCard({ product, eager = false }: Props) {
  return (
    <article className={styles.card} data-availability={product.availability}>
      <Link to={`/products/${product.id}`} className={styles.link}>
        <img
          className={styles.picture}
          src={product.imageUrl}
          alt={product.imageAlt ?? ''}
          width={320}
          height={320}
          loading={eager ? 'eager' : 'lazy'}
        />
        <span className={styles.name}>{product.name}</span>
      </Link>
      <p className={styles.facts}>
        <span className={styles.price}>
          <Price money={product.price} />
        </span>
        <span className={styles.availability}>{availabilityWords[product.availability]}</span>
      </p>
    </article>
  );
}
