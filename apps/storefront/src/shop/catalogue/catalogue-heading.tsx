import type { Facet, ProductSearch, SortOrder } from '../../api/products.ts';
import { sortOrders } from '../../api/products.ts';
import { asTitle, counted } from '../../format/words.ts';
import styles from './catalogue.module.css';
import { categoriesOf } from './categories.ts';

interface Props {
  search: ProductSearch;
  facets: Facet[] | null | undefined;
  total: number | undefined;
  onChange: (part: Partial<ProductSearch>) => void;
}

const sortWords: Record<SortOrder, string> = {
  relevance: 'Best match',
  'price-asc': 'Lowest price',
  'price-desc': 'Highest price',
  name: 'Name',
  newest: 'Newest',
};

export function CatalogueHeading({ search, facets, total, onChange }: Props) {
  const title = titleOf(search, facets);
  return (
    <div className={styles.heading}>
      <title>{`${title} · Tradewind`}</title>
      <h1>{title}</h1>
      <p className={styles.total} aria-live="polite">
        {total === undefined ? '\u00a0' : counted(total, 'thing')}
      </p>
      <label className={styles.sort}>
        <span>Sort by</span>
        <select
          className="input"
          value={search.sort}
          onChange={(event) => onChange({ sort: sortOrders.find((order) => order === event.target.value) })}
        >
          {sortOrders.map((order) => (
            <option key={order} value={order}>
              {sortWords[order]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function titleOf(search: ProductSearch, facets: Facet[] | null | undefined): string {
  const known = categoriesOf(facets ?? []).find((category) => category.value === search.category);
  const place = search.category === '' ? 'All goods' : (known?.label ?? asTitle(search.category));
  return search.query === '' ? place : `“${search.query}” in ${place.toLowerCase()}`;
}
