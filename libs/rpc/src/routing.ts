import { AsyncLocalStorage } from 'node:async_hooks';
import type { Metadata } from '@grpc/grpc-js';

/**
 * Headers by which a mesh chooses between versions of a service: `x-search` of product, `x-recommendations` of recommendation, `x-lab`
 * for who tries faults out. What a request came with goes on to everybody who works for it: the mesh sees single hops only.
 */
const ROUTING_HEADERS = ['x-search', 'x-recommendations', 'x-lab'] as const;

export type Routing = Readonly<Partial<Record<(typeof ROUTING_HEADERS)[number], string>>>;

/** They come from outside and are sent on: words only, so that nobody smuggles anything behind the edge. */
const VALUE = /^[\w.-]{1,32}$/;

const current = new AsyncLocalStorage<Routing>();

/** The headers that count, of all that came; undefined when there are none. Others, and values that are no word, are left out. */
export function routingOf(read: (name: string) => unknown): Routing | undefined {
  let routing: Record<string, string> | undefined;
  for (const name of ROUTING_HEADERS) {
    const value = read(name);
    if (typeof value === 'string' && VALUE.test(value)) (routing ??= {})[name] = value;
  }
  return routing;
}

/** Runs `work` for a request that came with these; without any, nothing of an outer request is left. */
export function withRouting<T>(routing: Routing | undefined, work: () => T): T {
  if (routing) return current.run(routing, work);
  return current.getStore() ? current.exit(work) : work();
}

/** Text that is the same for requests that are routed the same way, and empty for most: a part of the key of whatever is shared. */
export function routingKey(): string {
  const routing = current.getStore();
  return routing ? ROUTING_HEADERS.map((name) => routing[name] ?? '').join(' ') : '';
}

export function injectRouting(metadata: Metadata): void {
  for (const [name, value] of Object.entries(current.getStore() ?? {})) metadata.set(name, value);
}

export const extractRouting = (metadata: Metadata): Routing | undefined =>
  routingOf((name) => metadata.get(name)[0]);
