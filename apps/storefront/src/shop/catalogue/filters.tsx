import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { Facet, ProductSearch } from '../../api/products.ts';
import { categoriesOf } from './categories.ts';
import { CategoryFilter } from './category-filter.tsx';
import styles from './filters.module.css';
import { PriceFilter } from './price-filter.tsx';
import { countFilters, everything } from './search-url.ts';

interface Props {
  search: ProductSearch;
  /** Absent while they are on their way. */
  facets: Facet[] | undefined;
  currency: string;
  onChange: (part: Partial<ProductSearch>) => void;
}

/** The side column; on a small screen a button opens it above the goods. */
export function Filters({ search, facets, currency, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const count = countFilters(search);
  const clear = () => onChange({ ...everything, query: search.query, sort: search.sort });
  return (
    <aside className={styles.filters} aria-label="Filters">
      <button
        type="button"
        className={`button ${styles.toggle}`}
        aria-expanded={open}
        aria-controls="filters"
        onClick={() => setOpen(!open)}
      >
        <SlidersHorizontal aria-hidden="true" size={18} />
        Filters{count > 0 && ` (${count})`}
      </button>
      <div id="filters" className={styles.groups} data-open={open}>
        <CategoryFilter
          categories={categoriesOf(facets ?? [])}
          pending={facets === undefined}
          chosen={search.category}
          onChoose={(category) => onChange({ category })}
        />
        <PriceFilter
          key={`${search.minPrice}-${search.maxPrice}-${currency}`}
          search={search}
          currency={currency}
          onChange={onChange}
        />
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={search.inStock}
            onChange={(event) => onChange({ inStock: event.target.checked })}
          />
          In stock only
        </label>
        <button type="button" className="link-button" disabled={count === 0} onClick={clear}>
          Clear filters
        </button>
      </div>
    </aside>
  );
}
