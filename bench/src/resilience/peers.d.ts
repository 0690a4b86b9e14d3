// What the bench uses of packages that are installed only when they are measured (../parts/install-peers.ts): without this the
// types could not be checked in a checkout that has never measured them.
declare module 'cockatiel' {
  export interface Policy {
    execute<Result>(work: () => Promise<Result>): Promise<Result>;
  }
  export const handleAll: object;
  export const TimeoutStrategy: { Aggressive: string };
  export class ExponentialBackoff {}
  export class SamplingBreaker {
    constructor(options: { threshold: number; duration: number; minimumRps: number });
  }
  export function retry(handled: object, options: { maxAttempts: number; backoff: object }): Policy;
  export function circuitBreaker(
    handled: object,
    options: { halfOpenAfter: number; breaker: object },
  ): Policy;
  export function bulkhead(limit: number, queue: number): Policy;
  export function timeout(milliseconds: number, strategy: string): Policy;
  export function wrap(...outermostFirst: Policy[]): Policy;
}

declare module 'opossum' {
  export default class CircuitBreaker<Result = unknown> {
    constructor(work: () => Promise<Result>, options: Record<string, unknown>);
    fire(): Promise<Result>;
    shutdown(): void;
  }
}
