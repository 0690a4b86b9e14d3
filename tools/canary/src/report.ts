import { formatDuration } from '@tradewind/kubectl';
import type { Measure, Verdict } from './judge.ts';
import type { Check } from './promote.ts';

const WIDTHS = [7, 8, 22, 22];
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0))
    .join('  ')
    .trimEnd();

/** Calls, share of failures, p99. */
export function describeMeasure({ pods, requests, errorRate, p99 }: Measure): string {
  if (pods === 0) return 'no pods';
  if (requests === 0) return 'no calls';
  const failed = `${Number(((errorRate ?? 0) * 100).toFixed(1))} %`;
  return `${Math.round(requests)}  ${failed}  ${p99 === undefined ? '–' : formatDuration(p99 * 1_000)}`;
}

const describeVerdict = (verdict: Verdict): string =>
  verdict.kind === 'good' ? 'good' : `${verdict.kind}: ${verdict.why}`;

export const heading = (candidate: string, stable: string): string => {
  const columns = 'calls failed p99';
  return line(['traffic', 'for', `${candidate}: ${columns}`, `${stable}: ${columns}`, 'verdict']);
};

export const describeCheck = ({ weight, elapsed, candidate, stable, verdict }: Check): string =>
  line([
    `${weight} %`,
    formatDuration(Math.round(elapsed / 1_000) * 1_000 || elapsed),
    describeMeasure(candidate),
    describeMeasure(stable),
    describeVerdict(verdict),
  ]);
