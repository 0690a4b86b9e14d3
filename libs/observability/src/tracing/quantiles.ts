export interface Quantiles {
  /** Whether the value is above the quantile of the latest of this name; then it becomes one of them. */
  exceeds(name: string, value: number): boolean;
}

/** Values of a name that are looked at. */
const LATEST = 128;
/** As many must be known before anything is called unusual. */
const ENOUGH = 20;
/** Names at most: routes and methods, never ids. */
const NAMES = 500;

interface Known {
  values: Float64Array;
  count: number;
  limit: number;
}

/** A quantile (0 to 1) over a sliding window for each name: it follows what is usual by and by. */
export function createQuantiles(quantile: number): Quantiles {
  const names = new Map<string, Known>();
  return {
    exceeds(name, value) {
      const known = names.get(name) ?? fresh(names, name);
      if (!known) return false;
      const exceeds = known.count >= ENOUGH && value > known.limit;
      known.values[known.count++ % LATEST] = value;
      if (known.count % 8 === 0 || known.count === ENOUGH) known.limit = limitOf(known, quantile);
      return exceeds;
    },
  };
}

function fresh(names: Map<string, Known>, name: string): Known | undefined {
  if (names.size >= NAMES) return undefined;
  const known = { values: new Float64Array(LATEST), count: 0, limit: Infinity };
  names.set(name, known);
  return known;
}

function limitOf({ values, count }: Known, quantile: number): number {
  const sorted = values.slice(0, Math.min(count, LATEST)).sort();
  return sorted[Math.ceil(quantile * sorted.length) - 1]!;
}
