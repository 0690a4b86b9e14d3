import type { LocalTrace } from './local-trace.ts';
import type { RecordedSpan } from './recorded-span.ts';

/** Milliseconds after which a span that still runs is shown. */
const PATIENCE = 300;

/**
 * Sends a span that takes long also while it still runs, once, marked as unfinished: whoever watches sees what a process is
 * doing now, and what a killed process was doing last. The finished span has the same id and takes its place.
 */
export class OpenSpans implements LocalTrace {
  private readonly running = new Set<RecordedSpan>();
  private readonly send: (span: RecordedSpan) => void;

  constructor(send: (span: RecordedSpan) => void) {
    this.send = send;
  }

  began(span: RecordedSpan): void {
    this.running.add(span);
  }

  ended(span: RecordedSpan): void {
    this.running.delete(span);
    this.send(span);
  }

  /** Before each batch. */
  announce(): void {
    for (const span of this.running) {
      if (span.announced || span.age() < PATIENCE) continue;
      span.announced = true;
      this.send(span);
    }
  }
}
