import { Link } from 'react-router';
import type { ProductSearch } from '../../api/products.ts';
import { Empty } from '../../components/empty.tsx';
import { countFilters } from './search-url.ts';

export function NothingFound({ search }: { search: ProductSearch }) {
  const filtered = countFilters(search) > 0;
  return (
    <Empty title="Nothing like that on the shelves">
      <p>
        {search.query !== '' && `No name or description matches “${search.query}”. Fewer words find more. `}
        {filtered && 'The filters may be too narrow. '}
      </p>
      <Link to="/">See all goods</Link>
    </Empty>
  );
}
