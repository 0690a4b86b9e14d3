import type { ReactNode } from 'react';
import styles from './page-heading.module.css';

interface Props {
  title: string;
  /** One sentence on what this page is for. */
  about?: ReactNode;
  /** Filters and buttons, on the same line. */
  children?: ReactNode;
}

export function PageHeading({ title, about, children }: Props) {
  return (
    <div className={styles.heading}>
      <title>{`${title} · Control room`}</title>
      <div className={styles.words}>
        <h1>{title}</h1>
        {about && <p className="soft">{about}</p>}
      </div>
      {children && <div className={styles.tools}>{children}</div>}
    </div>
  );
}
