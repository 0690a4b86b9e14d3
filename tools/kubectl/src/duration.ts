const UNITS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** Milliseconds of `500ms`, `60s`, `5m`, `1h`. @throws TypeError that names the option */
export function duration(option: string, text: string): number {
  const [, number, unit] = /^(\d{1,6})(ms|s|m|h)$/.exec(text) ?? [];
  if (!number || !unit) throw new TypeError(`${option} ${text} is no duration: write 500ms, 60s, 5m or 1h`);
  return Number(number) * UNITS[unit]!;
}

/** Such as `450 ms` or `1.2 s`, for people. */
export const formatDuration = (milliseconds: number): string =>
  milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${Number((milliseconds / 1_000).toFixed(1))} s`;
