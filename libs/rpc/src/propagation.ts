import type { Metadata } from '@grpc/grpc-js';
import {
  context,
  propagation,
  ROOT_CONTEXT,
  type Context,
  type TextMapGetter,
  type TextMapSetter,
} from '@opentelemetry/api';

const getter: TextMapGetter<Metadata> = {
  get: (metadata, key) => metadata.get(key)[0]?.toString(),
  keys: (metadata) => Object.keys(metadata.getMap()),
};
const setter: TextMapSetter<Metadata> = { set: (metadata, key, value) => metadata.set(key, value) };

/** W3C trace context in gRPC metadata. */
export function extractContext(metadata: Metadata): Context {
  return propagation.extract(ROOT_CONTEXT, metadata, getter);
}

export function injectContext(metadata: Metadata): void {
  propagation.inject(context.active(), metadata, setter);
}

// Names of gRFC A6, "gRPC Retry Design".
const PREVIOUS_ATTEMPTS = 'grpc-previous-rpc-attempts';
const PUSHBACK = 'grpc-retry-pushback-ms';
const MOST_ATTEMPTS = 100;

/** Tells the callee that the call is already a retry, here or further up: it then does not try its own calls again. */
export function injectAttempts(metadata: Metadata, previousAttempts: number): void {
  if (previousAttempts > 0) metadata.set(PREVIOUS_ATTEMPTS, String(previousAttempts));
}

/** 0 when the caller says nothing, or nothing that makes sense. */
export function extractAttempts(metadata: Metadata): number {
  const told = Number(metadata.get(PREVIOUS_ATTEMPTS)[0] ?? 0);
  return Number.isInteger(told) && told > 0 ? Math.min(told, MOST_ATTEMPTS) : 0;
}

/** Tells the caller, with an error, not to try again: what is behind us has been tried as often as it may be. */
export function refuseRetries(metadata: Metadata): void {
  metadata.set(PUSHBACK, '-1');
}

/** A callee that pushes back forbids retries by a number below 0, or by one that cannot be read. */
export function areRetriesRefused(metadata: Metadata | undefined): boolean {
  const told = metadata?.get(PUSHBACK)[0];
  return told !== undefined && !(Number(told) >= 0);
}
