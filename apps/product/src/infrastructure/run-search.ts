import type { Database } from '@tradewind/database';
import type { SearchPage } from '../application/ports/product-search.ts';
import type { FacetCell } from '../domain/facets.ts';
import { decodePageToken, encodePageToken, LAST_OFFSET, type PagePlace } from '../domain/page-token.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { createBriefCache } from './brief-cache.ts';
import { toProduct, type ProductRow } from './product-row.ts';
import { cellsStatement, isRanked, pageStatement, type Statement, type TextQuery } from './search-sql.ts';

type Row = ProductRow & { place: string };

export type RunSearch = (request: SearchRequest, words: TextQuery | undefined) => Promise<SearchPage>;

/** What both versions of search share: pages, facets, and the moment for which answers are kept. */
export function createRunSearch(database: Database): RunSearch {
  const facets = createBriefCache<FacetCell[]>();
  const firstPages = createBriefCache<Row[]>();
  const run = <R extends object>({ name, text, values }: Statement): Promise<R[]> =>
    database.query<R>(name, text, values);

  return async (request, words) => {
    const place = decodePageToken(request.sort, request.pageToken);
    const load = (): Promise<Row[]> => run<Row>(pageStatement(request, words, place));
    const [rows, cells] = await Promise.all([
      place ? load() : firstPages.get(JSON.stringify(request), load),
      facets.get(hitsOf(request), () => run<FacetCell>(cellsStatement(request, words))),
    ]);
    const products = rows.slice(0, request.pageSize).map(toProduct);
    const following = rows.length > request.pageSize ? nextPlace(request, words, place, rows) : undefined;
    return { products, cells, nextPageToken: following ? encodePageToken(request.sort, following) : '' };
  };
}

/** Facets do not depend on the category, the sort and the page. */
function hitsOf({ query, minPrice, maxPrice }: SearchRequest): string {
  return JSON.stringify([query, minPrice, maxPrice]);
}

function nextPlace(
  request: SearchRequest,
  words: TextQuery | undefined,
  place: PagePlace | undefined,
  rows: Row[],
): PagePlace | undefined {
  const { pageSize } = request;
  if (isRanked(request, words)) {
    const offset = (place && 'offset' in place ? place.offset : 0) + pageSize;
    return offset <= LAST_OFFSET ? { offset } : undefined;
  }
  const last = rows[pageSize - 1]!;
  return { after: { value: last.place, id: last.id } };
}
