import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '@tradewind/database';
import { DATABASE } from '@tradewind/service-defaults';
import { ProductSearch, type SearchPage } from '../application/ports/product-search.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { unfinishedWord } from '../domain/words.ts';
import { createRunSearch, type RunSearch } from './run-search.ts';
import type { TextQuery } from './search-sql.ts';

/** Search v1: PostgreSQL's full text search. It knows "lanterns" and "lantern", quotations, `or` and `-`, and half-typed words. */
@Injectable()
export class FullTextProductSearch extends ProductSearch {
  readonly version = 'v1';
  private readonly run: RunSearch;

  constructor(@Inject(DATABASE) database: Database) {
    super();
    this.run = createRunSearch(database);
  }

  search(request: SearchRequest): Promise<SearchPage> {
    return this.run(request, fullText(request.query));
  }
}

function fullText(query: string): TextQuery | undefined {
  if (query.trim() === '') return undefined;
  const unfinished = unfinishedWord(query);
  const rank = (tsquery: string): string => `ts_rank(search, ${tsquery})`;
  if (!unfinished)
    return { name: 'words', expression: (it) => `websearch_to_tsquery('english', ${it(query)})`, rank };
  const { complete, last } = unfinished;
  // The beginning of a word must not be stemmed or taken for a stop word, hence 'simple'.
  return {
    name: 'begun',
    expression: (it) => `(websearch_to_tsquery('english', ${it(query)})
      || (websearch_to_tsquery('english', ${it(complete)}) && to_tsquery('simple', ${it(`${last}:*`)})))`,
    rank,
  };
}
