import { expect, test } from 'vitest';
import { facetsOf, totalOf, type FacetCell } from './facets.ts';

const categories = ['kitchen', 'music', 'empty'].map((id) => ({
  id,
  name: id.toUpperCase(),
  description: '',
}));
const cells: FacetCell[] = [
  { category: 'kitchen', availability: 'in-stock', count: 5 },
  { category: 'kitchen', availability: 'out', count: 2 },
  { category: 'music', availability: 'low', count: 3 },
  { category: 'music', availability: 'out', count: 1 },
];
const all = { category: '', inStockOnly: false };

const countsOf = (name: string, chosen: typeof all): Record<string, number> => {
  const facet = facetsOf(cells, chosen, categories).find((it) => it.name === name)!;
  return Object.fromEntries(facet.values.map(({ value, count }) => [value, count]));
};

test('nothing chosen: everything is counted, and values that nobody finds are left out', () => {
  expect(totalOf(cells, all)).toBe(11);
  expect(countsOf('category', all)).toEqual({ kitchen: 7, music: 4 });
  expect(countsOf('availability', all)).toEqual({ 'in-stock': 5, low: 3, out: 3 });
});

test('a chosen category narrows the availability, but not the categories to choose from', () => {
  const chosen = { ...all, category: 'music' };
  expect(totalOf(cells, chosen)).toBe(4);
  expect(countsOf('category', chosen)).toEqual({ kitchen: 7, music: 4 });
  expect(countsOf('availability', chosen)).toEqual({ low: 3, out: 1 });
});

test('in stock only: the categories count what is left, the few that are left are in stock too', () => {
  const chosen = { ...all, inStockOnly: true };
  expect(totalOf(cells, chosen)).toBe(8);
  expect(countsOf('category', chosen)).toEqual({ kitchen: 5, music: 3 });
  expect(countsOf('availability', chosen)).toEqual({ 'in-stock': 5, low: 3, out: 3 });
});

test('values carry words for people', () => {
  const [category] = facetsOf(cells, all, categories);
  expect(category!.values[0]).toEqual({ value: 'kitchen', label: 'KITCHEN', count: 7 });
});
