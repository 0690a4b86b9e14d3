/** Something else of the same kind: what a careless change could have put there. */
export function alter(value: unknown): unknown {
  if (typeof value === 'string') return `${value}~`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return value.length === 0 ? ['~'] : value.slice(1);
  if (value !== null && typeof value === 'object') return { ...value, altered: true };
  return 'altered';
}

/** Every place in a value that can be altered by itself: `total.amount`. */
export function placesOf(value: unknown, path: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [[...path]];
  const inner = Object.entries(value).flatMap(([key, it]) => placesOf(it, [...path, key]));
  return inner.length === 0 ? [[...path]] : inner;
}

/** A copy whose one place is altered. */
export function alteredAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return alter(value);
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = alteredAt(copy[key], rest);
  return copy;
}
