import { expect, it } from 'vitest';
import { countFilters, everything, readSearch, writeSearch } from './search-url.ts';

it('reads back what it wrote', () => {
  const search = {
    query: 'tea pot',
    category: 'kitchen',
    minPrice: 500,
    maxPrice: 2500,
    inStock: true,
    sort: 'price-desc' as const,
  };
  expect(readSearch(writeSearch(search))).toEqual(search);
});

it('keeps the address of everything empty', () => {
  expect(writeSearch(everything).toString()).toBe('');
  expect(readSearch(new URLSearchParams())).toEqual(everything);
});

it('leaves out what makes no sense', () => {
  expect(readSearch(new URLSearchParams('minPrice=cheap&maxPrice=-1&sort=colour&inStock=maybe'))).toEqual(
    everything,
  );
});

it('counts filters, not words or order', () => {
  expect(countFilters({ ...everything, query: 'tea', sort: 'name', category: 'kitchen', maxPrice: 0 })).toBe(
    2,
  );
});
