import type { Facet, FacetValue } from '../../api/products.ts';
import { asTitle } from '../../format/words.ts';

export type Category = FacetValue & { label: string };

/** The categories among the facets, each with a name to show. */
export function categoriesOf(facets: Facet[]): Category[] {
  const values = facets.find((facet) => facet.name === 'category')?.values ?? [];
  return values.map((value) => ({ ...value, label: value.label || asTitle(value.value) }));
}
