import { expect, test } from 'vitest';
import { tolerantQuery } from './tolerant-query.ts';

test('all words are wanted, and a word may be half typed', () => {
  expect(tolerantQuery(['copper', 'ket'], new Map())).toBe('copper:* & ket:*');
});

test('a mistyped word may be one of the words it is near to', () => {
  const nearest = new Map([['latern', ['lantern', 'lateen']]]);
  expect(tolerantQuery(['latern', 'brass'], nearest)).toBe('(latern:* | lantern | lateen) & brass:*');
});
