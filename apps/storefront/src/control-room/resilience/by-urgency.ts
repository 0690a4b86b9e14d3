import type { Resilience } from '../../api/ops/resilience.ts';

const breakerRanks = { open: 0, 'half-open': 1, closed: 2 };

/** Whether shoppers are behind a call, and not only an operator's screen. */
export const serves = ({ service }: Resilience): boolean => service !== 'control-room';

/** What protects itself right now first, then who serves shoppers; the control room's own calls come last. */
export function byUrgency(left: Resilience, right: Resilience): number {
  return rankOf(left) - rankOf(right) || left.service.localeCompare(right.service);
}

function rankOf(row: Resilience): number {
  const breaker = breakerRanks[row.policies.breaker?.state ?? 'closed'];
  return breaker * 2 + (serves(row) ? 0 : 1);
}
