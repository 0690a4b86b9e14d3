import type { Catalogue, CatalogueProduct } from './catalogue.ts';
import { createGenerator } from './generate-products.ts';
import type { Shop } from './shop.ts';

export interface Report {
  products: number;
  changed: number;
  stocked: number;
}

/** As many as the product service takes in one call. */
const BATCH = 1_000;

/** Fills the shop, batch by batch: products first, so that their stock finds them. */
export async function fill(
  shop: Shop,
  catalogue: Catalogue,
  total: number,
  progress: (done: number, total: number) => void,
): Promise<Report> {
  await shop.putCategories(catalogue.categories);
  const report: Report = { products: 0, changed: 0, stocked: 0 };
  for (const batch of batches(catalogue.products, total)) {
    report.changed += await shop.putProducts(batch);
    report.stocked += await shop.fillShelves(batch);
    report.products += batch.length;
    progress(report.products, total);
  }
  return report;
}

/** The catalogue whole, then generated products until there are `total`. */
function* batches(catalogue: readonly CatalogueProduct[], total: number): Generator<CatalogueProduct[]> {
  for (let from = 0; from < catalogue.length; from += BATCH) yield catalogue.slice(from, from + BATCH);
  const generate = createGenerator(catalogue);
  const wanted = total - catalogue.length;
  for (let from = 0; from < wanted; from += BATCH) {
    yield Array.from({ length: Math.min(BATCH, wanted - from) }, (_, index) => generate(from + index));
  }
}
