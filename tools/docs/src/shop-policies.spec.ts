import { describe, expect, it } from 'vitest';
import { breakerTable, policyTable } from './policy-table.ts';
import { brokenTimeouts, longest, nameOf, PLACES, shopPolicies, type ShopPolicy } from './shop-policies.ts';

describe('the timeouts of the shop', () => {
  it('are a hierarchy: outer ones outlast all attempts and everything that they wait for', async () => {
    const policies = await shopPolicies();
    expect(brokenTimeouts(policies, PLACES)).toEqual([]);
    expect(policies.map(nameOf)).toEqual(Object.keys(PLACES).toSorted((a, b) => a.localeCompare(b)));
  });

  it('the gateway waits longer for an order than the order service for anything that it waits for', async () => {
    const byName = new Map((await shopPolicies()).map((it) => [nameOf(it), it.settings]));
    const { deadline, attemptTimeout } = byName.get('gateway/order')!;
    for (const inner of ['order/cart', 'order/inventory', 'order/payment'])
      expect(attemptTimeout).toBeGreaterThan(byName.get(inner)!.deadline);
    expect(deadline).toBeGreaterThan(attemptTimeout);
  });
});

const policy = (
  service: string,
  dependency: string,
  deadline: number,
  attemptTimeout: number,
): ShopPolicy => ({
  ...{ service, dependency },
  settings: {
    ...{ deadline, attemptTimeout, retry: { attempts: 2, initial: 50, maximum: 1_000 } },
    breaker: { failureRate: 0.5, minimumCalls: 20, window: 10_000, openFor: 3_000 },
    bulkhead: { limit: 256, queue: 1_024 },
    budget: { ratio: 0.1, burst: 20 },
  },
});

describe('what is wrong is found', () => {
  it.each<[string, ShopPolicy[], Parameters<typeof brokenTimeouts>[1], string]>([
    [
      'a deadline below its attempts',
      [policy('a', 'b', 2_000, 1_000)],
      { 'a/b': { waitsFor: [] } },
      'a/b: its deadline 2000 is below 2050, which its attempts take',
    ],
    [
      'an attempt that ends before what it waits for',
      [policy('a', 'b', 5_000, 1_000), policy('b', 'c', 1_000, 400)],
      { 'a/b': { waitsFor: ['b/c'] }, 'b/c': { waitsFor: [] } },
      'a/b: an attempt of 1000 is not above the deadline 1000 of b/c',
    ],
    [
      'a deadline below one attempt, though a short one is allowed',
      [policy('a', 'b', 900, 1_000)],
      { 'a/b': { waitsFor: [], shortDeadline: 'x' } },
      'a/b: its deadline 900 is below 1000, which its attempts take',
    ],
    [
      'a policy without a place',
      [policy('a', 'b', 5_000, 10)],
      {},
      'a/b has no place in the hierarchy: add it to PLACES',
    ],
    ['a place without a policy', [], { 'a/b': { waitsFor: [] } }, 'a/b is in PLACES, and no service has it'],
  ])('%s', (_what, policies, places, message) => {
    expect(brokenTimeouts(policies, places)).toEqual([message]);
  });

  it('the longest way counts every attempt and every wait', () => {
    const { settings } = policy('a', 'b', 5_000, 1_000);
    expect(longest({ ...settings, retry: { attempts: 4, initial: 400, maximum: 1_000 } })).toBe(
      4_000 + 2_200,
    );
  });
});

it('the tables have a row for each policy', () => {
  const shown = [policy('cart', 'product', 2_500, 1_200)];
  expect(policyTable(shown).split('\n').at(-1)).toBe(
    '| cart → product | 2,500 | 2 × 1,200 | 2,450 | – | 0.1 for a call, 20 saved | 256 + 1,024 |',
  );
  expect(breakerTable(shown).split('\n').at(-1)).toContain(
    '| 50 % of 20 or more in 10,000 | – | – | 3,000 |',
  );
});
