import { isUuid } from '@tradewind/kernel';
import { expect, test } from 'vitest';
import { cartIdOf } from './cart-id.ts';

test('a shopper has always the same cart, which nobody else has, and its id is a UUID', () => {
  const ids = Array.from({ length: 100 }, (_, index) => cartIdOf(`shopper-${index}`));
  expect(new Set(ids).size).toBe(100);
  expect(ids.every(isUuid)).toBe(true);
  expect(cartIdOf('shopper-7')).toBe(ids[7]);
});
