import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { ProductSearch } from '../../api/products.ts';
import { readSearch, writeSearch } from './search-url.ts';

/** The search in the address bar, and how to change it; every change is a step that "back" undoes. */
export function useSearch() {
  const [params, setParams] = useSearchParams();
  const search = readSearch(params);
  const change = useCallback(
    (part: Partial<ProductSearch>) =>
      setParams((now) => writeSearch({ ...readSearch(now), ...part }), { preventScrollReset: true }),
    [setParams],
  );
  return [search, change] as const;
}
