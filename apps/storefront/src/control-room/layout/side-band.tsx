import { Store } from 'lucide-react';
import { Link, NavLink } from 'react-router';
import { ThemeToggle } from '../../components/theme-toggle.tsx';
import { places } from './places.ts';
import styles from './side-band.module.css';

export function SideBand() {
  return (
    <header className={styles.band}>
      <Link to="/ops" className={styles.brand}>
        <img src="/tradewind-mark.svg" alt="" width={28} height={28} />
        <span>
          Tradewind
          <small>Control room</small>
        </span>
      </Link>
      <nav className={styles.places} aria-label="Control room">
        {places.map(({ path, name, icon: Icon }) => (
          <NavLink key={path} to={path} end={path === '/ops'} className={styles.place}>
            <Icon aria-hidden="true" size={18} />
            {name}
          </NavLink>
        ))}
      </nav>
      <div className={styles.foot}>
        <Link to="/" className={styles.place}>
          <Store aria-hidden="true" size={18} />
          Shop
        </Link>
        <ThemeToggle className={styles.place} />
      </div>
    </header>
  );
}
