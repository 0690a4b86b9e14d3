import { useEffect, useRef } from 'react';
import { Store } from 'lucide-react';
import { Link, NavLink, useLocation } from 'react-router';
import { ThemeToggle } from '../../components/theme-toggle.tsx';
import { Keyboard } from './keyboard.tsx';
import { places } from './places.ts';
import styles from './side-band.module.css';

export function SideBand() {
  const nav = useCurrentPlaceInSight();
  return (
    <header className={styles.band}>
      <Link to="/ops" className={styles.brand}>
        <img src="/tradewind-mark.svg" alt="" width={28} height={28} />
        <span>
          Tradewind
          <small>Control room</small>
        </span>
      </Link>
      <nav ref={nav} className={styles.places} aria-label="Control room">
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
        <Keyboard />
        <ThemeToggle className={styles.place} />
      </div>
    </header>
  );
}

/** On a small screen the places are one line that scrolls sideways: it shows where one is. */
function useCurrentPlaceInSight() {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (current) nav.current?.scrollTo({ left: current.offsetLeft - nav.current.clientWidth / 2 });
  }, [pathname]);
  return nav;
}
