import { quantileOf } from './quantile-of.ts';
import type { Span } from '../traces/span.ts';

type NodeKind = 'caller' | 'service' | 'database' | 'external';
type EdgeKind = 'http' | 'grpc' | 'sql' | 'event';

interface MapNode {
  name: string;
  kind: NodeKind;
}

/** Calls, statements or events from one to another. */
interface MapEdge {
  from: string;
  to: string;
  kind: EdgeKind;
  calls: number;
  errors: number;
  p50Ms: number;
  p99Ms: number;
}

export interface ServiceMap {
  /** RFC 3339, the first span that counts. */
  since: string;
  /** Traces that it is drawn from. */
  traces: number;
  nodes: MapNode[];
  edges: MapEdge[];
}

/** Who is no process of the system: it sends the first request. */
const CALLER = 'shoppers and operators';
/** What stands for somebody outside of the system. */
const EXTERNAL = new Set(['psp-simulator']);

interface Passage {
  from: string;
  to: string;
  kind: EdgeKind;
  milliseconds: number;
  failed: boolean;
}

/** Draws who calls whom from the spans that came in: nobody has to declare it, and what is drawn was seen. */
export function drawServiceMap(spans: readonly Span[], since: number): ServiceMap {
  const recent = spans.filter(({ startUnixNano }) => Number(BigInt(startUnixNano) / 1_000_000n) >= since);
  const byId = new Map(recent.map((span) => [`${span.traceId}:${span.spanId}`, span]));
  const passages = recent.flatMap((span) => passageTo(span, byId) ?? []);
  const groups = Map.groupBy(passages, ({ from, to, kind }) => `${from}\n${to}\n${kind}`);
  const edges = [...groups.values()].map(toEdge).sort(byName);
  return {
    since: new Date(since).toISOString(),
    traces: new Set(recent.map(({ traceId }) => traceId)).size,
    nodes: nodesOf(edges),
    edges,
  };
}

function passageTo(span: Span, byId: ReadonlyMap<string, Span>): Passage | undefined {
  const { service, attributes, durationMs: milliseconds } = span;
  const failed = span.status === 'error';
  const parent = span.parentSpanId ? byId.get(`${span.traceId}:${span.parentSpanId}`) : undefined;
  const from = parent?.service;
  switch (span.kind) {
    case 'client':
      if (!attributes['db.system.name']) return undefined;
      return { from: service, to: `${service} database`, kind: 'sql', milliseconds, failed };
    case 'server': {
      const kind = attributes['rpc.system'] === 'grpc' ? 'grpc' : 'http';
      // A parent that is not here was not kept, or is about to come; without one, background work calls that is not traced.
      if (!from && (span.parentSpanId !== null || kind === 'grpc' || EXTERNAL.has(service))) return undefined;
      return { from: from ?? CALLER, to: service, kind, milliseconds, failed };
    }
    case 'consumer':
      if (!from || from === service) return undefined;
      return { from, to: service, kind: 'event', milliseconds, failed };
    default:
      return undefined;
  }
}

function toEdge(passages: readonly Passage[]): MapEdge {
  const { from, to, kind } = passages[0]!;
  const times = passages.map(({ milliseconds }) => milliseconds);
  return {
    ...{ from, to, kind },
    calls: passages.length,
    errors: passages.filter(({ failed }) => failed).length,
    p50Ms: quantileOf(times, 0.5),
    p99Ms: quantileOf(times, 0.99),
  };
}

function nodesOf(edges: readonly MapEdge[]): MapNode[] {
  const kinds = new Map<string, NodeKind>();
  const kindOf = (name: string): NodeKind =>
    name === CALLER ? 'caller' : EXTERNAL.has(name) ? 'external' : 'service';
  for (const { from, to, kind } of edges) {
    kinds.set(from, kindOf(from));
    kinds.set(to, kind === 'sql' ? 'database' : kindOf(to));
  }
  return [...kinds].map(([name, kind]) => ({ name, kind }));
}

const byName = (left: MapEdge, right: MapEdge): number =>
  `${left.from} ${left.to}`.localeCompare(`${right.from} ${right.to}`);
