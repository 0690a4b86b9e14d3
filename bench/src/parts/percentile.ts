/** The value below which the share of the values lies; 0 when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The middle one of an odd number of values, the upper of the two middle ones otherwise. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);
