import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@tradewind/kernel';
import { CLOCK } from '@tradewind/service-defaults';
import { WatchedSystem } from '../ports/watched-system.ts';
import { between, quantile, readSample, shareWithin, type Sample } from './histogram.ts';

interface ServiceLevel {
  name: string;
  title: string;
  /** Shares between 0 and 1. */
  objective: number;
  attained: number;
  /** What is left of the share that may fail, between 0 and 1. */
  budgetLeft: number;
  window: string;
  /** How fast the budget burns, over five minutes and over the window: 1 uses it up exactly at the window's end. */
  burn: { fast: number; slow: number };
}

export interface ServiceLevels {
  items: ServiceLevel[];
  signals: {
    requestsPerSecond: number;
    errorRate: number;
    p50Ms: number;
    p99Ms: number;
    ordersPerMinute: number;
  };
}

const HOUR = 60 * 60_000;
const OBJECTIVES = [
  { name: 'availability', title: 'Answers that are no error of ours', objective: 0.999, good: availability },
  {
    name: 'latency',
    title: 'Answers within 250 ms',
    objective: 0.95,
    good: (it: Sample) => shareWithin(it, 0.25),
  },
];

/** Objectives over the last hour, from what the gateway's own metrics say. Source: Google's SRE Workbook, chapter 5. */
@Injectable()
export class WatchServiceLevels {
  private samples: Sample[] = [];

  constructor(
    private readonly system: WatchedSystem,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes a sample; called every few seconds. */
  async sample(): Promise<void> {
    const now = this.clock.now();
    const sample = readSample(await this.system.metricsOf('gateway'), now);
    // Counters of a gateway that was restarted begin anew: nothing can be compared with the earlier ones.
    if (sample.requests < (this.samples.at(-1)?.requests ?? 0)) this.samples = [];
    this.samples.push(sample);
    this.samples = this.samples.filter((it) => now - it.at <= HOUR);
  }

  levels(): ServiceLevels {
    const recent = this.over(60_000);
    const seconds = Math.max(1, Math.min(recent.at, 60_000) / 1000);
    return {
      items: OBJECTIVES.map(({ name, title, objective, good }) => {
        const attained = good(this.over(HOUR));
        const burn = (it: Sample): number => (1 - good(it)) / (1 - objective);
        const budgetLeft = Math.max(0, 1 - burn(this.over(HOUR)));
        return {
          name,
          title,
          objective,
          attained,
          budgetLeft,
          window: '1h',
          burn: { fast: burn(this.over(5 * 60_000)), slow: burn(this.over(HOUR)) },
        };
      }),
      signals: {
        requestsPerSecond: recent.requests / seconds,
        errorRate: 1 - availability(recent),
        p50Ms: quantile(recent.buckets, 0.5),
        p99Ms: quantile(recent.buckets, 0.99),
        ordersPerMinute: (recent.ordersPlaced / seconds) * 60,
      },
    };
  }

  private over(milliseconds: number): Sample {
    const last = this.samples.at(-1);
    if (!last) return { at: 0, requests: 0, failed: 0, buckets: new Map(), ordersPlaced: 0 };
    return between(
      this.samples.find((it) => last.at - it.at <= milliseconds),
      last,
    );
  }
}

function availability({ requests, failed }: Sample): number {
  return requests === 0 ? 1 : 1 - failed / requests;
}
