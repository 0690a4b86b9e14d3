/**
 * A query in PostgreSQL's notation that wants all words, each as it stands or as one of the words that it may have been
 * meant to be: `(ketle | kettle) & copper`.
 * @param words letters and digits only: they become part of the notation
 */
export function tolerantQuery(
  words: readonly string[],
  nearest: ReadonlyMap<string, readonly string[]>,
): string {
  return words.map((word) => anyOf([word, ...(nearest.get(word) ?? [])])).join(' & ');
}

function anyOf(alternatives: readonly string[]): string {
  return alternatives.length === 1 ? alternatives[0]! : `(${alternatives.join(' | ')})`;
}
