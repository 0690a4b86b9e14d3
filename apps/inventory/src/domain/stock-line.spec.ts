import { describe, expect, it } from 'vitest';
import { normalizeLines } from './stock-line.ts';

describe('lines of an order', () => {
  it('become one for each product, in the order of the ids', () => {
    const lines = [
      { productId: 'c', quantity: 1 },
      { productId: 'a', quantity: 2 },
      { productId: 'c', quantity: 4 },
    ];
    expect(normalizeLines(lines)).toEqual([
      { productId: 'a', quantity: 2 },
      { productId: 'c', quantity: 5 },
    ]);
  });

  it.each([0, -1, 1.5, NaN, Infinity])('are refused with a quantity of %d', (quantity) => {
    expect(() => normalizeLines([{ productId: 'a', quantity }])).toThrow(
      expect.objectContaining({ code: 'INVENTORY.INVALID_QUANTITY', kind: 'invalid' }),
    );
  });

  it('of a delivery may be of nothing, but not of less', () => {
    expect(normalizeLines([{ productId: 'a', quantity: 0 }], 0)).toEqual([{ productId: 'a', quantity: 0 }]);
    expect(() => normalizeLines([{ productId: 'a', quantity: -1 }], 0)).toThrow(/not a quantity/);
  });
});
