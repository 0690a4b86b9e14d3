import { formatDuration } from '@tradewind/kubectl';
import type { SteadyState } from './experiments.ts';

/** One request, as its sender saw it. */
export interface Sample {
  /** Answered with 200. */
  ok: boolean;
  /** The server's certificate is out of date: who checks it refuses. */
  expired: boolean;
  milliseconds: number;
}

export interface Verdict {
  held: boolean;
  requests: number;
  /** Answered with 200 and a certificate that is in date. */
  share: number;
  /** Milliseconds. */
  p99: number;
  /** Empty when it held. */
  why: string;
}

/** Of how many samples at least something can be said. */
const ENOUGH = 10;

/** Whether the shop was in its steady state. */
export function judge(samples: readonly Sample[], { share: least, p99: most }: SteadyState): Verdict {
  const requests = samples.length;
  const share = shareOf(samples, ({ ok, expired }) => ok && !expired);
  const times = samples.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const p99 = times[Math.ceil(requests * 0.99) - 1] ?? 0;
  const why = [
    ...(requests < ENOUGH ? [`${requests} requests say nothing`] : []),
    ...(share < least ? [`${percent(share)} answered well, less than ${percent(least)}`] : []),
    ...(p99 > most ? [`p99 is ${formatDuration(p99)}, more than ${formatDuration(most)}`] : []),
  ].join('; ');
  return { held: why === '', requests, share, p99, why };
}

/** Whether everybody who checks certificates refused. */
export function judgeRefused(samples: readonly Sample[]): Verdict {
  const requests = samples.length;
  const share = shareOf(samples, ({ expired }) => expired);
  const why =
    requests < ENOUGH
      ? `${requests} requests say nothing`
      : share < 1
        ? `a certificate that is in date was shown to ${percent(1 - share)}`
        : '';
  return { held: why === '', requests, share: 1 - share, p99: 0, why };
}

const shareOf = (samples: readonly Sample[], which: (sample: Sample) => boolean): number =>
  samples.length === 0 ? 0 : samples.filter(which).length / samples.length;

export const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;
