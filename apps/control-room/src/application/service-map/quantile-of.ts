/** The quantile of a list by nearest rank; 0 of none. */
export function quantileOf(values: readonly number[], q: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * q) - 1)] ?? 0;
}
