import { Outlet, ScrollRestoration } from 'react-router';
import { LoadingBar } from '../../app/loading-bar.tsx';
import { useArrival } from '../../app/use-arrival.ts';
import { useFace } from '../../app/use-face.ts';
import { ShopFooter } from './shop-footer.tsx';
import { ShopHeader } from './shop-header.tsx';
import styles from './shop-layout.module.css';

export function ShopLayout() {
  useFace('shop');
  const main = useArrival();
  return (
    <div className={styles.page}>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <LoadingBar />
      <ShopHeader />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <ShopFooter />
      <ScrollRestoration />
    </div>
  );
}
