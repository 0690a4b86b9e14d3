import type { Policy } from './policy.ts';

/** What a guard that is no policy of a dependency is doing right now. */
export interface GuardSnapshot {
  kind: 'rate-limit' | 'load-shedder' | 'stale-cache';
  name: string;
  [fact: string]: string | number | boolean | Record<string, number>;
}

const policies: Policy[] = [];
const guards: (() => GuardSnapshot)[] = [];

export function registerPolicy(policy: Policy): void {
  policies.push(policy);
}

export function registerGuard(snapshot: () => GuardSnapshot): void {
  guards.push(snapshot);
}

/** Every policy of the process, for its admin port and the control room. */
export function allPolicies(): readonly Policy[] {
  return policies;
}

/** Rate limits, load shedders and caches of the process, for its admin port. */
export function guardSnapshots(): GuardSnapshot[] {
  return guards.map((snapshot) => snapshot());
}
