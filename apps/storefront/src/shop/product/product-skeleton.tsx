import { Skeleton } from '../../components/skeleton.tsx';
import styles from './product.module.css';

export function ProductSkeleton() {
  return (
    <div role="status">
      <h1 className="visually-hidden">Product</h1>
      <span className="visually-hidden">Loading</span>
      <div className={styles.breadcrumb}>
        <Skeleton width="12rem" height="1.5rem" />
      </div>
      <div className={styles.product}>
        <span className={styles.picture} />
        <div className={styles.facts}>
          <Skeleton width="70%" height="2.5rem" />
          <Skeleton width="6rem" height="1.75rem" />
          <Skeleton height="5rem" />
          <Skeleton width="18rem" height="3rem" />
        </div>
      </div>
    </div>
  );
}
