import type { RecordedSpan } from './recorded-span.ts';

/** What happens to spans once their part of the trace is complete. */
export interface Keeper {
  /** The spans of one trace that this process made, in the order of their end; `root` began first. */
  complete(root: RecordedSpan, spans: readonly RecordedSpan[]): void;
}

/** What a span tells when it begins and ends. */
export interface LocalTrace {
  began(span: RecordedSpan): void;
  ended(span: RecordedSpan): void;
}

/** Sends each span when it ends: the decision was made when the trace began. */
export function sendAtOnce(send: (span: RecordedSpan) => void): LocalTrace {
  return { began: () => {}, ended: send };
}

/** Spans of one trace in this process at most; a longer one loses its middle. */
const MAXIMUM = 1_000;

/**
 * Holds the spans of a trace back until none of them runs any more in this process, then asks what becomes of them. A saga
 * that goes on after its request was answered belongs to it.
 */
export class HeldTrace implements LocalTrace {
  private open = 0;
  private root: RecordedSpan | undefined;
  private spans: RecordedSpan[] = [];
  private readonly keeper: Keeper;

  constructor(keeper: Keeper) {
    this.keeper = keeper;
  }

  began(span: RecordedSpan): void {
    this.open++;
    this.root ??= span;
  }

  ended(span: RecordedSpan): void {
    this.open--;
    if (this.spans.length < MAXIMUM || span === this.root) this.spans.push(span);
    if (this.open > 0) return;
    const { root, spans } = this;
    // What begins later in the same trace is a part of its own.
    this.root = undefined;
    this.spans = [];
    this.keeper.complete(root!, spans);
  }
}
