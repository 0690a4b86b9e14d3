import { formatDuration } from '@tradewind/kubectl';
import type { Limits } from './plan.ts';

/** What Prometheus says of one version. */
export interface Measure {
  /** Pods that answer Prometheus. */
  pods: number;
  requests: number;
  /** 0 to 1; undefined without requests. */
  errorRate: number | undefined;
  /** Seconds; undefined without requests. */
  p99: number | undefined;
}

export type Verdict = { kind: 'good' } | { kind: 'wait' | 'bad'; why: string };

const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;
const time = (seconds: number): string => formatDuration(seconds * 1_000);

/** Whether a new version may have more traffic. @param stable the old one as last seen under enough traffic, if it ever was */
export function judge(candidate: Measure, stable: Measure | undefined, limits: Limits): Verdict {
  if (candidate.pods === 0) return { kind: 'bad', why: 'no pod of it answers Prometheus' };
  if (candidate.requests < limits.requests || candidate.errorRate === undefined) {
    const seen = Math.floor(candidate.requests);
    return { kind: 'wait', why: `${seen} of ${limits.requests} requests that are needed` };
  }
  const why = breachOf(candidate.errorRate, candidate.p99, stable?.p99, limits);
  return why === undefined ? { kind: 'good' } : { kind: 'bad', why };
}

function breachOf(
  errorRate: number,
  p99: number | undefined,
  stableP99: number | undefined,
  limits: Limits,
): string | undefined {
  if (errorRate > limits.errorRate)
    return `${percent(errorRate)} of its calls failed, more than ${percent(limits.errorRate)}`;
  if (p99 === undefined) return undefined;
  if (p99 > limits.p99) return `its p99 is ${time(p99)}, more than ${time(limits.p99)}`;
  if (stableP99 === undefined) return undefined;
  const ratio = p99 / Math.max(stableP99, limits.latencyFloor);
  if (ratio <= limits.latencyRatio) return undefined;
  const times = Number(ratio.toFixed(2));
  return `its p99 is ${time(p99)}, ${times} times that of the old version (${time(stableP99)}), more than ${limits.latencyRatio}`;
}
