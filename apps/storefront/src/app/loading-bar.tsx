import { useNavigation } from 'react-router';
import styles from './loading-bar.module.css';

/** A thin line on top while the code of the next page is on its way. Fixed, so nothing moves. */
export function LoadingBar() {
  const { state } = useNavigation();
  return state === 'idle' ? null : (
    <div className={styles.bar} role="progressbar" aria-label="Loading the page" />
  );
}
