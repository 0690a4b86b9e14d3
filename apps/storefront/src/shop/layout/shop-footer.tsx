import { Link } from 'react-router';
import styles from './shop-footer.module.css';

export function ShopFooter() {
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>A demonstration shop: no money moves and nothing is sent.</p>
        <nav aria-label="Behind the counter" className={styles.links}>
          <Link to="/ops">Control room</Link>
          <a href="/api/docs">API</a>
        </nav>
      </div>
    </footer>
  );
}
