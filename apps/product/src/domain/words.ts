/** The words of a text, lower case, in their order. Shorter marks and signs are no words. */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 64));
}

/** Every word of three letters or more that stands in one of the texts, once, in alphabetical order. */
export function vocabularyOf(texts: readonly string[]): string[] {
  const words = new Set(texts.flatMap(wordsOf));
  return [...words].filter((word) => word.length >= 3 && !/^\p{N}+$/u.test(word)).sort();
}

/** Shorter beginnings would find half of the catalogue. */
export const SHORTEST_BEGINNING = 3;

/**
 * The words that are complete, and the last one, which the shopper may still be typing: "copper ket" is "copper" and
 * everything that begins with "ket". Undefined: the text ends with a quotation, or with nothing that can be completed.
 */
export function unfinishedWord(text: string): { complete: string; last: string } | undefined {
  const match = /^(.*?)(?<![\p{L}\p{N}])([\p{L}\p{N}]+)\s*$/su.exec(text.slice(0, 400).toLowerCase());
  if (!match) return undefined;
  const [, complete, last] = match;
  const quoted = (complete!.split('"').length - 1) % 2 === 1;
  const excluded = complete!.endsWith('-');
  if (quoted || excluded || last!.length < SHORTEST_BEGINNING) return undefined;
  return { complete: complete!, last: last! };
}
