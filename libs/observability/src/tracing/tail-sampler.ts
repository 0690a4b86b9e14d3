import type { Keeper } from './local-trace.ts';
import { createQuantiles } from './quantiles.ts';
import type { RecordedSpan } from './recorded-span.ts';
import { probability, tokenBucket } from './samplers.ts';

export interface TailOptions {
  /** Of the traces with nothing special: the share that is kept, by the trace's id. */
  share: number;
  /** Failed ones that are kept in a second, and slow ones besides. */
  perSecond: number;
  now?: () => number;
}

const SAMPLED = 1;

/**
 * Decides at the end of a trace's part in this process: failed ones are kept, then those slower than 95 % of the latest of
 * their operation, then a share of the rest. Each process decides about its own part: the share is decided by the trace's id and
 * so everywhere alike, and a caller that has decided already (its flag is set) is followed; of a failed or slow trace those
 * parts are kept that were themselves failed or slow, which is the way from the cause to the root.
 */
export function adaptiveTail(options: TailOptions, send: (span: RecordedSpan) => void): Keeper {
  const ofShare = probability(options.share);
  const failures = tokenBucket(options.perSecond, options.now);
  const slowness = tokenBucket(options.perSecond, options.now);
  const durations = createQuantiles(0.95);
  return {
    complete(root, spans) {
      const { traceId, traceFlags } = root.spanContext();
      // Noted in any case: the limit is about all of them.
      const slow = durations.exceeds(root.name, root.duration);
      const keep =
        (traceFlags & SAMPLED) !== 0 ||
        ofShare({ traceId, links: [] }) ||
        (spans.some(({ failed }) => failed) && failures()) ||
        (slow && slowness());
      if (keep) spans.forEach(send);
    },
  };
}
