import { Skeleton } from '../../components/skeleton.tsx';
import styles from './catalogue.module.css';
import cards from './product-card.module.css';

/** A first screen of cards of the size the real ones have. */
export function ProductCardSkeletons({ count = 12 }: { count?: number }) {
  return (
    <div className={styles.grid} role="status">
      <span className="visually-hidden">Loading</span>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={cards.card}>
          <span className={cards.picture} />
          <Skeleton width="80%" height="1.25rem" />
          <Skeleton width="40%" height="1.25rem" />
        </div>
      ))}
    </div>
  );
}
