import { expect, it } from 'vitest';
import { AttemptKeys } from './attempt-keys.ts';

it('keeps the key while the request is the same', () => {
  const keys = new AttemptKeys();
  expect(keys.keyFor('one')).toBe(keys.keyFor('one'));
});

it('makes a fresh key for another request, and for the same one after a success', () => {
  const keys = new AttemptKeys();
  const first = keys.keyFor('one');
  expect(keys.keyFor('two')).not.toBe(first);
  const second = keys.keyFor('two');
  keys.forget();
  expect(keys.keyFor('two')).not.toBe(second);
});
