import type { Policy } from '@tradewind/resilience';
import { describe, expect, it } from 'vitest';
import { PolicyOrderPath } from './policy-order-path.ts';

const NOW = Date.parse('2026-01-01T12:00:10Z');

function pathWith(state: string, openedAt: string | null) {
  const policy = { snapshot: () => ({ policies: { breaker: { state, openedAt } } }) } as unknown as Policy;
  return new PolicyOrderPath([{ policy, openFor: 3_000 }], { now: () => NOW });
}

describe('the order path', () => {
  it.each([
    ['closed', null],
    ['half-open', '2026-01-01T12:00:00Z'],
    // Open, but its time is over: the next order is the probe.
    ['open', '2026-01-01T12:00:07Z'],
  ])('is healthy while a breaker is %s since %s', (state, openedAt) => {
    expect(() => pathWith(state, openedAt).requireHealthy()).not.toThrow();
  });

  it('is not while a breaker is open, and says when to come back', () => {
    expect(() => pathWith('open', '2026-01-01T12:00:08.500Z').requireHealthy()).toThrow(
      expect.objectContaining({ code: 'ORDER.UNAVAILABLE', details: { retryAfterSeconds: 2 } }),
    );
  });
});
