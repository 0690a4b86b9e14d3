import type { Policy } from './policy.ts';

const policies: Policy[] = [];

export function registerPolicy(policy: Policy): void {
  policies.push(policy);
}

/** Every policy of the process, for its admin port and the control room. */
export function allPolicies(): readonly Policy[] {
  return policies;
}
