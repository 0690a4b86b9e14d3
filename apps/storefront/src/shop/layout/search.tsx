import { Search as Glass } from 'lucide-react';
import { useRef } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useKeys } from '../../app/use-keys.ts';
import { readSearch, writeSearch } from '../catalogue/search-url.ts';
import styles from './search.module.css';

/** The search of every shop page; `/` brings the keyboard here, `Esc` clears it. */
export function Search() {
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const search = readSearch(pathname === '/' ? params : new URLSearchParams());
  useKeys({ '/': () => input.current?.focus() });

  const submit = (form: FormData) => {
    const query = String(form.get('query') ?? '').trim();
    void navigate({ pathname: '/', search: writeSearch({ ...search, query }).toString() });
  };

  return (
    <search className={styles.search}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <Glass aria-hidden="true" className={styles.icon} size={18} />
        <input
          ref={input}
          // A new key empties the field when the search is left, without watching every keystroke.
          key={search.query}
          name="query"
          type="search"
          className={styles.input}
          aria-label="Search the shop"
          placeholder="Search"
          autoComplete="off"
          enterKeyHint="search"
          defaultValue={search.query}
        />
        <kbd className={styles.hint} aria-hidden="true">
          /
        </kbd>
      </form>
    </search>
  );
}
