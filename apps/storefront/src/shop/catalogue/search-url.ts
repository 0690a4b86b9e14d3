import { sortOrders, type ProductSearch, type SortOrder } from '../../api/products.ts';

export const everything: ProductSearch = {
  query: '',
  category: '',
  minPrice: null,
  maxPrice: null,
  inStock: false,
  sort: 'relevance',
};

/** The search that an address stands for; what makes no sense in it is left out. */
export function readSearch(params: URLSearchParams): ProductSearch {
  return {
    query: params.get('query')?.trim() ?? '',
    category: params.get('category') ?? '',
    minPrice: readAmount(params.get('minPrice')),
    maxPrice: readAmount(params.get('maxPrice')),
    inStock: params.get('inStock') === 'true',
    sort: readSort(params.get('sort')),
  };
}

/** The shortest address for a search: what is as usual stays out of it. */
export function writeSearch(search: ProductSearch): URLSearchParams {
  const params = new URLSearchParams();
  if (search.query !== '') params.set('query', search.query);
  if (search.category !== '') params.set('category', search.category);
  if (search.minPrice !== null) params.set('minPrice', String(search.minPrice));
  if (search.maxPrice !== null) params.set('maxPrice', String(search.maxPrice));
  if (search.inStock) params.set('inStock', 'true');
  if (search.sort !== everything.sort) params.set('sort', search.sort);
  return params;
}

/** How many of the filters in the side column narrow the search. */
export function countFilters(search: ProductSearch): number {
  const filters = [
    search.category !== '',
    search.minPrice !== null,
    search.maxPrice !== null,
    search.inStock,
  ];
  return filters.filter(Boolean).length;
}

function readAmount(value: string | null): number | null {
  return value !== null && /^\d{1,12}$/.test(value) ? Number(value) : null;
}

function readSort(value: string | null): SortOrder {
  return sortOrders.find((order) => order === value) ?? everything.sort;
}
