export const ALGORITHMS = ['bought-together', 'similar'] as const;

export type Algorithm = (typeof ALGORITHMS)[number];

export function isAlgorithm(word: string): word is Algorithm {
  return (ALGORITHMS as readonly string[]).includes(word);
}

/** The first list, filled up with the second: never the product itself, never one twice. */
export function fillUp(
  productId: string,
  limit: number,
  first: readonly string[],
  second: readonly string[],
): string[] {
  return [...new Set([...first, ...second])].filter((id) => id !== productId).slice(0, limit);
}

/** Every pair of the products of an order, in both directions. */
export function pairsOf(productIds: readonly string[]): [string, string][] {
  const ids = [...new Set(productIds)];
  return ids.flatMap((left) =>
    ids.filter((right) => right !== left).map((right): [string, string] => [left, right]),
  );
}
