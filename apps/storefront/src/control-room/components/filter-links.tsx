import { Link } from 'react-router';
import styles from './filter-links.module.css';

interface Props {
  label: string;
  /** Where each leads, `null` for all. */
  choices: { value: string | null; words: string }[];
  chosen: string | null;
  pathFor: (value: string | null) => string;
}

/** A filter as links: it can be opened in a new tab and sent to a colleague. */
export function FilterLinks({ label, choices, chosen, pathFor }: Props) {
  return (
    <nav aria-label={label} className={styles.links}>
      {choices.map(({ value, words }) => (
        <Link key={words} to={pathFor(value)} aria-current={value === chosen ? 'true' : undefined}>
          {words}
        </Link>
      ))}
    </nav>
  );
}
