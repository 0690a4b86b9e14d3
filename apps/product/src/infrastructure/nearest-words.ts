import type { Database } from '@tradewind/database';
import { createBriefCache } from './brief-cache.ts';

interface NearRow {
  typed: string;
  words: string[];
}

// A known word is not mistyped, nor is the last one ($2) when a known word begins with it. Of others: what shares enough trigrams with it, or begins with the same
// letter, and is at most two letters away (one for short words); of these the nearest, at most three.
const NEAREST = `select typed, array(
    select word from (
      select word, distance, min(distance) over () as nearest from (
        select word, levenshtein_less_equal(word, typed, 2) as distance from search_word
        where word % typed or word like left(typed, 1) || '%') candidate) near
    where distance = nearest and distance <= case when length(typed) < 5 then 1 else 2 end
    order by similarity(word, typed) desc, word limit 3) as words
  from unnest($1::text[]) typed
  where length(typed) > 2 and not exists (select 1 from search_word where word = typed or (typed = $2 and word ^@ typed))`;

export type NearestWords = (words: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;

/** What mistyped words may have meant; words that are known, or that nothing is near to, are left out. */
export function createNearestWords(database: Database): NearestWords {
  const cache = createBriefCache<ReadonlyMap<string, readonly string[]>>();
  return (words) =>
    cache.get(words.join(' '), async () => {
      const rows = await database.query<NearRow>('search.nearest', NEAREST, [words, words.at(-1)]);
      return new Map(rows.filter((row) => row.words.length > 0).map((row) => [row.typed, row.words]));
    });
}
