import type { Product } from '../../api/products.ts';
import { Note } from '../../components/note.tsx';
import { ProductCard } from '../catalogue/product-card.tsx';
import styles from './product.module.css';

/** `null` means that they could not be had: said so, and nothing else suffers. */
export function Recommendations({ products }: { products: Product[] | null }) {
  if (products?.length === 0) return null;
  return (
    <section className={styles.recommendations} aria-labelledby="bought-together">
      <h2 id="bought-together">Often bought together</h2>
      {products === null ? (
        <Note>Suggestions are not available just now. Everything else on this page is.</Note>
      ) : (
        <div className={styles.row}>
          {products.slice(0, 6).map((product) => (
            <ProductCard key={product.id} product={product} />
          ))}
        </div>
      )}
    </section>
  );
}
