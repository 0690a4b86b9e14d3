import { Injectable } from '@nestjs/common';
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

/** What the shop's visitors see. */
interface ShopSignals {
  requestsPerSecond: number;
  errorRate: number;
  p50Ms: number;
  p99Ms: number;
  ordersPerMinute: number;
}

export interface ServiceLevels {
  items: ServiceLevel[];
  /** Over the last minute. */
  signals: ShopSignals;
  /** The last minutes, reading by reading, oldest first. */
  history: ShopSignals[];
}

const MINUTE = 60_000;
const HISTORY = 5 * MINUTE;
const HOUR = 60 * MINUTE;
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

  /** Takes the gateway's metrics in, as of `now`; called every few seconds. */
  add(text: string, now: number): void {
    const sample = readSample(text, now);
    // Counters of a gateway that was restarted begin anew: nothing can be compared with the earlier ones.
    if (sample.requests < (this.samples.at(-1)?.requests ?? 0)) this.samples = [];
    this.samples.push(sample);
    this.samples = this.samples.filter((it) => now - it.at <= HOUR);
  }

  levels(): ServiceLevels {
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
      signals: toSignals(this.over(MINUTE), MINUTE),
      history: this.history(),
    };
  }

  private history(): ShopSignals[] {
    const last = this.samples.at(-1)?.at ?? 0;
    const recent = this.samples.filter(({ at }) => last - at <= HISTORY);
    return recent.slice(1).map((it, index) => toSignals(between(recent[index], it), MINUTE));
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

/** @param longest of a sample that has no earlier one, `at` is a time and not a duration */
function toSignals(sample: Sample, longest: number): ShopSignals {
  const seconds = Math.max(1, Math.min(sample.at, longest) / 1000);
  return {
    requestsPerSecond: sample.requests / seconds,
    errorRate: 1 - availability(sample),
    p50Ms: quantile(sample.buckets, 0.5),
    p99Ms: quantile(sample.buckets, 0.99),
    ordersPerMinute: (sample.ordersPlaced / seconds) * 60,
  };
}

function availability({ requests, failed }: Sample): number {
  return requests === 0 ? 1 : 1 - failed / requests;
}
