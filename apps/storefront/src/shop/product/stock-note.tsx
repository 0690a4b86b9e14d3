import type { ProductDetail } from '../../api/products.ts';
import { formatNumber } from '../../format/words.ts';
import styles from './product.module.css';

/** So few that it is worth saying how many. */
const few = 10;

export function StockNote({ product }: { product: ProductDetail }) {
  return (
    <p
      className={styles.stock}
      data-availability={product.stock ? levelOf(product.stock.available) : 'unknown'}
    >
      {stockWords(product)}
    </p>
  );
}

function levelOf(available: number): string {
  if (available === 0) return 'out';
  return available <= few ? 'low' : 'in-stock';
}

function stockWords({ stock, availability }: ProductDetail): string {
  if (!stock) {
    return availability === 'out'
      ? 'Sold out when we last heard from the warehouse, which does not answer just now.'
      : 'The warehouse does not answer just now. You can order; we check the stock then.';
  }
  if (stock.available === 0) return 'Sold out';
  return stock.available <= few ? `Only ${formatNumber(stock.available)} left` : 'In stock, ready to ship';
}
