import type { Availability, Category } from './product.ts';
import type { SearchFilter } from './search-request.ts';

/** Hits of the words and the price range, counted by category and availability: all facets can be told from these. */
export interface FacetCell {
  category: string;
  availability: Availability;
  count: number;
}

export interface Facet {
  name: string;
  values: { value: string; label: string; count: number }[];
}

const LABELS: Record<Availability, string> = {
  'in-stock': 'In stock',
  low: 'Only a few left',
  out: 'Sold out',
};

type Chosen = Pick<SearchFilter, 'category' | 'inStockOnly'>;

/** A facet's counts respect the other filters but not its own, so that it shows what choosing another value would find. */
export function facetsOf(
  cells: readonly FacetCell[],
  chosen: Chosen,
  categories: readonly Category[],
): Facet[] {
  const inCategory = cells.filter((cell) => fitsCategory(cell, chosen));
  const inStock = cells.filter((cell) => fitsStock(cell, chosen));
  const byCategory = categories.map(({ id, name }) => ({
    value: id,
    label: name,
    count: sum(inStock.filter(({ category }) => category === id)),
  }));
  const byAvailability = (Object.keys(LABELS) as Availability[]).map((value) => ({
    value,
    label: LABELS[value],
    count: sum(inCategory.filter(({ availability }) => availability === value)),
  }));
  return [
    { name: 'category', values: byCategory.filter(isFound) },
    { name: 'availability', values: byAvailability.filter(isFound) },
  ];
}

export function totalOf(cells: readonly FacetCell[], chosen: Chosen): number {
  return sum(cells.filter((cell) => fitsCategory(cell, chosen) && fitsStock(cell, chosen)));
}

function fitsCategory(cell: FacetCell, { category }: Chosen): boolean {
  return category === '' || cell.category === category;
}

function fitsStock(cell: FacetCell, { inStockOnly }: Chosen): boolean {
  return !inStockOnly || cell.availability !== 'out';
}

function sum(cells: readonly FacetCell[]): number {
  return cells.reduce((total, { count }) => total + count, 0);
}

function isFound({ count }: { count: number }): boolean {
  return count > 0;
}
