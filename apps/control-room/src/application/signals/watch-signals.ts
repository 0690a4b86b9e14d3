import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@tradewind/kernel';
import { CLOCK } from '@tradewind/service-defaults';
import { WatchedSystem } from '../ports/watched-system.ts';
import { quantile } from '../service-levels/histogram.ts';
import { WatchServiceLevels } from '../service-levels/service-levels.ts';
import { readServed, type Served } from './served.ts';

/** The golden signals of one process over a short time. Rates are per second, shares between 0 and 1. */
interface Signals {
  /** RFC 3339, the end of that time. */
  at: string;
  requestsPerSecond: number;
  errorRate: number;
  /** Null when nothing was asked. */
  p50Ms: number | null;
  p99Ms: number | null;
  /** How many cores it kept busy. */
  cores: number;
}

export interface ServiceSignals extends Signals {
  service: string;
  /** Oldest first. */
  history: Signals[];
}

const KEPT = 5 * 60_000;
/** What "now" is: long enough for a slow trickle to show. */
const NOW = 30_000;

/** Latency, traffic, errors and saturation of every process. Source: Google's "Site Reliability Engineering", chapter 6. */
@Injectable()
export class WatchSignals {
  private readonly samples = new Map<string, Served[]>();

  constructor(
    private readonly system: WatchedSystem,
    private readonly levels: WatchServiceLevels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Reads the metrics of all processes once; called every few seconds. */
  async sample(): Promise<void> {
    const now = this.clock.now();
    for (const { service, text } of await this.system.metrics()) {
      this.add(service, readServed(text, now));
      if (service === 'gateway') this.levels.add(text, now);
    }
    for (const [service, samples] of this.samples)
      if (now - samples.at(-1)!.at > KEPT) this.samples.delete(service);
  }

  list(): ServiceSignals[] {
    return [...this.samples].map(([service, samples]) => {
      const last = samples.at(-1)!;
      const earlier = samples.find((it) => last.at - it.at <= NOW) ?? last;
      const history = samples.slice(1).map((it, index) => signalsOf(samples[index]!, it));
      return { service, ...signalsOf(earlier, last), history };
    });
  }

  private add(service: string, served: Served): void {
    const kept = this.samples.get(service) ?? [];
    // A process that was started again counts from zero: nothing before can be compared.
    const before = served.cpu < (kept.at(-1)?.cpu ?? 0) ? [] : kept.filter((it) => served.at - it.at <= KEPT);
    this.samples.set(service, [...before, served]);
  }
}

function signalsOf(earlier: Served, later: Served): Signals {
  const seconds = Math.max(0.001, (later.at - earlier.at) / 1000);
  const requests = later.requests - earlier.requests;
  const buckets = new Map(
    [...later.buckets].map(([bound, count]) => [bound, count - (earlier.buckets.get(bound) ?? 0)]),
  );
  return {
    at: new Date(later.at).toISOString(),
    requestsPerSecond: requests / seconds,
    errorRate: requests === 0 ? 0 : (later.failed - earlier.failed) / requests,
    p50Ms: requests === 0 ? null : quantile(buckets, 0.5),
    p99Ms: requests === 0 ? null : quantile(buckets, 0.99),
    cores: (later.cpu - earlier.cpu) / seconds,
  };
}
