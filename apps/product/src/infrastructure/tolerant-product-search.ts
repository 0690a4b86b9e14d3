import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '@tradewind/database';
import { DATABASE } from '@tradewind/service-defaults';
import { ProductSearch, type SearchPage } from '../application/ports/product-search.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { tolerantQuery } from '../domain/tolerant-query.ts';
import { SHORTEST_BEGINNING, wordsOf } from '../domain/words.ts';
import { createNearestWords, type NearestWords } from './nearest-words.ts';
import { createRunSearch, type RunSearch } from './run-search.ts';
import type { TextQuery } from './search-sql.ts';

/** More words than this are no search. */
const MOST_WORDS = 12;

/** Search v2: forgives typing errors ("latern") and puts what can be bought before what is sold out. */
@Injectable()
export class TolerantProductSearch extends ProductSearch {
  readonly version = 'v2';
  private readonly run: RunSearch;
  private readonly nearest: NearestWords;

  constructor(@Inject(DATABASE) database: Database) {
    super();
    this.run = createRunSearch(database);
    this.nearest = createNearestWords(database);
  }

  async search(request: SearchRequest): Promise<SearchPage> {
    const words = wordsOf(request.query).slice(0, MOST_WORDS);
    if (words.length === 0) return this.run(request, undefined);
    return this.run(request, textQuery(words, await this.nearest(words)));
  }
}

function textQuery(words: string[], nearest: ReadonlyMap<string, readonly string[]>): TextQuery {
  const all = tolerantQuery(words, nearest);
  const complete = tolerantQuery(words.slice(0, -1), nearest);
  const last = words.at(-1)!;
  const rank = (tsquery: string): string =>
    `ts_rank(search, ${tsquery}) * case availability when 'out' then 0.1 else 1 end`;
  if (last.length < SHORTEST_BEGINNING)
    return { name: 'tolerant', expression: (it) => `to_tsquery('english', ${it(all)})`, rank };
  // The last word may be half typed; see the full text search.
  return {
    name: 'tolerant-begun',
    expression: (it) => `(to_tsquery('english', ${it(all)})
      || (to_tsquery('english', ${it(complete)}) && to_tsquery('simple', ${it(`${last}:*`)})))`,
    rank,
  };
}
