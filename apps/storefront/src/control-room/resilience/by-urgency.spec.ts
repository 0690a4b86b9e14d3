import { expect, it } from 'vitest';
import type { Resilience } from '../../api/ops/resilience.ts';
import { byUrgency } from './by-urgency.ts';

function aRow(service: string, state: 'open' | 'half-open' | 'closed'): Resilience {
  const breaker = { state, failureRate: 0, openedAt: null };
  return {
    service,
    dependency: 'any',
    policies: { breaker },
    calls: { total: 0, failed: 0, retried: 0, rejected: 0 },
  };
}

it('puts open breakers first and the control room last', () => {
  const rows = [
    aRow('control-room', 'closed'),
    aRow('order', 'closed'),
    aRow('gateway', 'half-open'),
    aRow('cart', 'closed'),
    aRow('payment', 'open'),
  ];
  expect(rows.toSorted(byUrgency).map((row) => row.service)).toEqual([
    'payment',
    'gateway',
    'cart',
    'order',
    'control-room',
  ]);
});
