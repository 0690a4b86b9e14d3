import { Outlet, ScrollRestoration } from 'react-router';
import { LoadingBar } from '../../app/loading-bar.tsx';
import { useArrival } from '../../app/use-arrival.ts';
import { useFace } from '../../app/use-face.ts';
import styles from './control-room-layout.module.css';
import { SideBand } from './side-band.tsx';

export function ControlRoomLayout() {
  useFace('control-room');
  const main = useArrival();
  return (
    <div className={styles.page}>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <LoadingBar />
      <SideBand />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </div>
  );
}
