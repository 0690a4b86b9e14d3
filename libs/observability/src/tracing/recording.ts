import { HeldTrace, sendAtOnce } from './local-trace.ts';
import type { RecordedSpan } from './recorded-span.ts';
import { always, followLinks, probability, rateLimited, type HeadSampler } from './samplers.ts';
import { adaptiveTail } from './tail-sampler.ts';
import type { Recording } from './tracer.ts';
import type { OpenSpans } from './open-spans.ts';

/** The ways to choose what is recorded. */
export const SAMPLERS = ['always', 'probability', 'rate', 'adaptive'] as const;

export interface SamplerOptions {
  sampler: (typeof SAMPLERS)[number];
  /** New traces recorded in one second (`rate`); failed ones and slow ones in one second (`adaptive`). */
  perSecond: number;
  /** 0 to 1: the share of all traces (`probability`), or of those with nothing special (`adaptive`). */
  share: number;
}

const HEADS: Record<Exclude<SamplerOptions['sampler'], 'adaptive'>, (it: SamplerOptions) => HeadSampler> = {
  always: () => always,
  probability: ({ share }) => probability(share),
  rate: ({ perSecond }) => rateLimited(perSecond),
};

/** @param open told of running spans, where the sampler decides before they end */
export function createRecording(
  options: SamplerOptions,
  send: (span: RecordedSpan) => void,
  open?: OpenSpans,
): Recording {
  if (options.sampler === 'adaptive') {
    const keeper = adaptiveTail(options, send);
    return { sampled: followLinks(probability(options.share)), open: () => new HeldTrace(keeper) };
  }
  const recorded = open ?? sendAtOnce(send);
  return {
    sampled: followLinks(HEADS[options.sampler](options)),
    open: (sampled) => (sampled ? recorded : undefined),
  };
}
