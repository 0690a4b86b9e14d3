import { Package, ShoppingBasket } from 'lucide-react';
import { Link, NavLink } from 'react-router';
import { ThemeToggle } from '../../components/theme-toggle.tsx';
import { CartCount } from './cart-count.tsx';
import { Search } from './search.tsx';
import styles from './shop-header.module.css';

export function ShopHeader() {
  return (
    <header className={styles.band}>
      <div className={styles.inner}>
        <Link to="/" className={styles.brand}>
          <img src="/tradewind-mark.svg" alt="" width={32} height={32} />
          Tradewind
        </Link>
        <Search />
        <nav className={styles.links} aria-label="Shop">
          <NavLink to="/orders" className={styles.link}>
            <Package aria-hidden="true" size={20} />
            <span className={styles.linkText}>Orders</span>
          </NavLink>
          <NavLink to="/cart" className={styles.link}>
            <ShoppingBasket aria-hidden="true" size={20} />
            <span className={styles.linkText}>Cart</span>
            <CartCount className={styles.count} />
          </NavLink>
          <ThemeToggle className={styles.link} />
        </nav>
      </div>
    </header>
  );
}
