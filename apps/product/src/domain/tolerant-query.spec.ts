import { expect, test } from 'vitest';
import { tolerantQuery } from './tolerant-query.ts';

test('all words are wanted', () => {
  expect(tolerantQuery(['copper', 'kettle'], new Map())).toBe('copper & kettle');
  expect(tolerantQuery([], new Map())).toBe('');
});

test('a mistyped word may be one of the words it is near to', () => {
  const nearest = new Map([['latern', ['lantern', 'lateen']]]);
  expect(tolerantQuery(['latern', 'brass'], nearest)).toBe('(latern | lantern | lateen) & brass');
});
