import type { ReactNode } from 'react';
import styles from './empty.module.css';

interface Props {
  title: string;
  /** It is all there is on the page, so its title is the page's heading. */
  wholePage?: boolean;
  children?: ReactNode;
}

/** Nothing is here, and what to do about that. */
export function Empty({ title, wholePage = false, children }: Props) {
  return (
    <div className={styles.empty}>
      {wholePage ? <h1>{title}</h1> : <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}
