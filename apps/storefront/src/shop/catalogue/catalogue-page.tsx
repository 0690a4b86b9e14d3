import { useInfiniteQuery } from '@tanstack/react-query';
import { productSearchQuery } from '../../api/products.ts';
import styles from './catalogue.module.css';
import { CatalogueHeading } from './catalogue-heading.tsx';
import { Filters } from './filters.tsx';
import { Results } from './results.tsx';
import { useSearch } from './use-search.ts';

export function CataloguePage() {
  const [search, change] = useSearch();
  const products = useInfiniteQuery(productSearchQuery(search));
  const first = products.data?.pages[0];
  return (
    <div className={styles.page}>
      <CatalogueHeading search={search} facets={first?.facets} total={first?.total} onChange={change} />
      <Filters
        search={search}
        facets={products.isPending ? undefined : (first?.facets ?? [])}
        currency={first?.items[0]?.price.currency ?? 'EUR'}
        onChange={change}
      />
      <Results products={products} search={search} />
    </div>
  );
}
