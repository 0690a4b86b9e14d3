import { Link } from 'react-router';
import type { ProductDetail } from '../../api/products.ts';
import { Note } from '../../components/note.tsx';
import { Price } from '../../components/price.tsx';
import { asTitle } from '../../format/words.ts';
import { AddToCart } from './add-to-cart.tsx';
import { Attributes } from './attributes.tsx';
import styles from './product.module.css';
import { Recommendations } from './recommendations.tsx';
import { StockNote } from './stock-note.tsx';

export function ProductView({ product }: { product: ProductDetail }) {
  return (
    <>
      <title>{`${product.name} · Tradewind`}</title>
      <nav aria-label="Breadcrumb" className={styles.breadcrumb}>
        <Link to="/">All goods</Link>
        <span aria-hidden="true">/</span>
        <Link to={`/?category=${encodeURIComponent(product.category)}`}>{asTitle(product.category)}</Link>
      </nav>
      <article className={styles.product}>
        <img
          className={styles.picture}
          src={product.imageUrl}
          alt={product.imageAlt ?? ''}
          width={800}
          height={800}
          fetchPriority="high"
        />
        <div className={styles.facts}>
          <h1>{product.name}</h1>
          <p className={styles.price}>
            <Price money={product.price} />
          </p>
          <p className={styles.description}>{product.description}</p>
          {product.degraded?.includes('product') && (
            <Note>
              This is what we knew some minutes ago; the price is checked again when you order.
            </Note>
          )}
          <StockNote product={product} />
          <AddToCart product={product} />
          <Attributes sku={product.sku} attributes={product.attributes ?? {}} />
        </div>
      </article>
      <Recommendations products={product.recommendations} />
    </>
  );
}
