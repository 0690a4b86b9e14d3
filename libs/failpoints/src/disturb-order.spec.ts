import { seededRandom } from '@tradewind/kernel';
import { describe, expect, it } from 'vitest';
import { disturbOrder } from './disturb-order.ts';

const keyOf = (item: string): string => item[0]!;
const items = ['a1', 'b1', 'a2', 'c1', 'b2', 'a3'];

/** The first appearance of each item. */
const firsts = (list: string[]): string[] => [...new Set(list)];

describe('a disturbed batch', () => {
  it.each([1, 2, 3, 4, 5])('has every item three times, each key in its order (seed %i)', (seed) => {
    const disturbed = disturbOrder(items, { copies: 3, keyOf, random: seededRandom(seed) });
    expect([...disturbed].sort()).toEqual(items.flatMap((item) => [item, item, item]).sort());
    for (const key of ['a', 'b', 'c']) {
      expect(firsts(disturbed.filter((item) => keyOf(item) === key))).toEqual(
        items.filter((item) => keyOf(item) === key),
      );
    }
  });

  it('really is another order, also between keys', () => {
    const orders = [1, 2, 3, 4, 5].map((seed) =>
      firsts(disturbOrder(items, { copies: 1, keyOf, random: seededRandom(seed) })).join(' '),
    );
    expect(new Set([...orders, items.join(' ')]).size).toBeGreaterThan(3);
  });
});
