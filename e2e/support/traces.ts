import { expect } from 'vitest';
import { operate, type Span } from './operator.ts';

/** The spans of a trace so far; empty when none has arrived. */
export async function spansOf(traceId: string): Promise<Span[]> {
  return operate<{ spans: Span[] }>(`/ops/api/traces/${traceId}`).then(
    ({ spans }) => spans,
    () => [],
  );
}

/** The spans whose parent is not among them, without the trace's beginning. */
function orphans(spans: readonly Span[]): string[] {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  return spans
    .filter(({ parentSpanId }) => parentSpanId !== null && !ids.has(parentSpanId))
    .map(({ service, name }) => `${service}: ${name}`);
}

/** Exactly one span has no parent, and each other one's parent is there: nothing is broken off. */
export function expectUnbroken(spans: readonly Span[]): void {
  expect(orphans(spans)).toEqual([]);
  expect(spans.filter(({ parentSpanId }) => parentSpanId === null)).toHaveLength(1);
}

/** The way from the root to a span, both included, as `service: name`. */
export function wayTo(spans: readonly Span[], span: Span): string[] {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [...(parent ? wayTo(spans, parent) : []), `${span.service}: ${span.name}`];
}

export function named(spans: readonly Span[], service: string, name: string): Span[] {
  return spans.filter((span) => span.service === service && span.name === name);
}
