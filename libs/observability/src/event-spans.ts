import { context, ROOT_CONTEXT, trace, type Context, type Link } from '@opentelemetry/api';
import { inSpan, linkTo, withTraceparent, type SpanOptions } from './spans.ts';

/**
 * `parent`: the handling of an event is a child of the span that caused it, so that one trace shows the whole. `link`: it is a trace of
 * its own with a link to that span, so that traces stay short where events are handled much later or by many.
 */
export const EVENT_RELATIONS = ['parent', 'link'] as const;
export type EventRelation = (typeof EVENT_RELATIONS)[number];

let relation: EventRelation = 'parent';

/** For the whole process: said once by `startTracing`. */
export function setEventRelation(chosen: EventRelation): void {
  relation = chosen;
}

/** As much of an event as tracing needs. */
interface Caused {
  traceparent: string | undefined;
}

/**
 * A span around what is done for a batch of events together. A batch of one is tied to its event as the setting says; a
 * larger one belongs to nobody: it is a trace of its own with a link to each. Source: OpenTelemetry, "Semantic conventions for messaging spans".
 */
export function inBatchSpan<T>(
  name: string,
  kind: 'PRODUCER' | 'CONSUMER',
  events: readonly Caused[],
  attributes: SpanOptions['attributes'],
  work: () => Promise<T>,
): Promise<T> {
  const [only] = events;
  const tied = events.length === 1 ? tieOf(only!) : { parent: ROOT_CONTEXT, links: events.flatMap(linksOf) };
  return inSpan(name, { kind, attributes, ...tied }, work);
}

/** A span around the handling of one event of a batch: inside the batch's span when it is the only one or has no parent of its own. */
export function inEventSpan<T>(
  name: string,
  event: Caused,
  batch: number,
  attributes: SpanOptions['attributes'],
  work: () => Promise<T>,
): Promise<T> {
  return inSpan(name, { kind: 'CONSUMER', attributes, ...tieInBatch(event, batch) }, work);
}

interface Tie {
  parent: Context;
  links: Link[];
}

const linksOf = ({ traceparent }: Caused): Link[] => linkTo(traceparent);

function tieOf(event: Caused): Tie {
  if (relation === 'link') return { parent: ROOT_CONTEXT, links: linksOf(event) };
  return { parent: withTraceparent(event.traceparent), links: [] };
}

function tieInBatch(event: Caused, batch: number): Tie {
  const active = context.active();
  if (batch === 1) return { parent: active, links: [] };
  if (relation === 'link') return { parent: active, links: linksOf(event) };
  const around = trace.getSpanContext(active);
  return { parent: withTraceparent(event.traceparent), links: around ? [{ context: around }] : [] };
}
