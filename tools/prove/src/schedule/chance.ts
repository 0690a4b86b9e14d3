/** From 0 to just below 1. */
export type Random = () => number;

/** A whole number, both ends included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** One of the values, each as often as its share of all shares. */
export function weighted<Value>(random: Random, shares: readonly (readonly [Value, number])[]): Value {
  let left = random() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of shares) if ((left -= share) < 0) return value;
  return shares.at(-1)![0];
}

export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const rest = [...items];
  return items.map(() => rest.splice(Math.floor(random() * rest.length), 1)[0]!);
}
