import type { Resilience } from '../../api/ops/resilience.ts';

const breakerRanks = { open: 0, 'half-open': 1, closed: 2 };

/** What protects itself right now first, then who serves shoppers; the control room's own calls come last. */
export function byUrgency(left: Resilience, right: Resilience): number {
  return rankOf(left) - rankOf(right) || left.service.localeCompare(right.service);
}

function rankOf({ service, policies }: Resilience): number {
  const breaker = breakerRanks[policies.breaker?.state ?? 'closed'];
  return breaker * 2 + (service === 'control-room' ? 1 : 0);
}
