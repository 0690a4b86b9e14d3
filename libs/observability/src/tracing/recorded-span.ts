import {
  SpanStatusCode,
  type Attributes,
  type AttributeValue,
  type Exception,
  type Link,
  type Span,
  type SpanContext,
  type SpanKind,
  type SpanStatus,
  type TimeInput,
} from '@opentelemetry/api';
import { now } from './time.ts';
import type { LocalTrace } from './local-trace.ts';

export interface SpanEvent {
  name: string;
  /** Milliseconds since 1970, with fractions. */
  at: number;
  attributes: Attributes;
}

/** What a span needs to know when it begins. */
export interface SpanStart {
  name: string;
  kind: SpanKind;
  spanContext: SpanContext;
  parentSpanId: string | undefined;
  attributes: Attributes | undefined;
  links: readonly Link[] | undefined;
}

/**
 * A span that is recorded: plain fields, nothing copied until it is sent. The caller's attributes are kept as they are
 * given, so an object that is passed in must not be changed afterwards.
 */
export class RecordedSpan implements Span {
  readonly kind: SpanKind;
  readonly parentSpanId: string | undefined;
  readonly local: LocalTrace;
  readonly start = now();
  name: string;
  /** Milliseconds; -1 while it runs. */
  duration = -1;
  failed = false;
  /** Whether it was sent while it still ran. */
  announced = false;
  given: Attributes | undefined;
  added: Attributes | undefined;
  links: Link[] | undefined;
  events: SpanEvent[] | undefined;
  private readonly context: SpanContext;
  private readonly began = performance.now();

  constructor(start: SpanStart, local: LocalTrace) {
    this.name = start.name;
    this.kind = start.kind;
    this.context = start.spanContext;
    this.parentSpanId = start.parentSpanId;
    this.given = start.attributes;
    this.links = start.links && start.links.length > 0 ? [...start.links] : undefined;
    this.local = local;
    local.began(this);
  }

  spanContext(): SpanContext {
    return this.context;
  }

  isRecording(): boolean {
    return this.duration < 0;
  }

  /** All attributes, the later ones first where both have a name. */
  get attributes(): Attributes {
    return this.added ? { ...this.given, ...this.added } : (this.given ?? {});
  }

  setAttribute(key: string, value: AttributeValue): this {
    (this.added ??= {})[key] = value;
    return this;
  }

  setAttributes(attributes: Attributes): this {
    this.added = { ...this.added, ...attributes };
    return this;
  }

  addEvent(name: string, attributesOrTime?: Attributes | TimeInput): this {
    const attributes = isAttributes(attributesOrTime) ? attributesOrTime : {};
    (this.events ??= []).push({ name, at: now(), attributes });
    return this;
  }

  addLink(link: Link): this {
    (this.links ??= []).push(link);
    return this;
  }

  addLinks(links: Link[]): this {
    (this.links ??= []).push(...links);
    return this;
  }

  setStatus({ code }: SpanStatus): this {
    this.failed = code === SpanStatusCode.ERROR;
    return this;
  }

  updateName(name: string): this {
    this.name = name;
    return this;
  }

  /** Only its type: the text of an exception may hold what a person wrote. */
  recordException(exception: Exception): void {
    const type = typeof exception === 'string' ? 'Error' : (exception.name ?? 'Error');
    this.addEvent('exception', { 'exception.type': type });
  }

  end(): void {
    if (this.duration >= 0) return;
    this.duration = performance.now() - this.began;
    this.local.ended(this);
  }

  /** Milliseconds that it has taken so far. */
  age(): number {
    return this.duration >= 0 ? this.duration : performance.now() - this.began;
  }
}

function isAttributes(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
