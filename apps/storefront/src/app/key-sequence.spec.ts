import { expect, it } from 'vitest';
import { advance } from './key-sequence.ts';

const sequences = ['g s', 'g e', '?'];

it('finishes a sequence of two keys', () => {
  expect(advance('', 'g', sequences)).toEqual({ pressed: 'g', finished: null });
  expect(advance('g', 's', sequences)).toEqual({ pressed: '', finished: 'g s' });
});

it('finishes a single key at once', () => {
  expect(advance('', '?', sequences)).toEqual({ pressed: '', finished: '?' });
});

it('starts again when the second key belongs to nothing', () => {
  expect(advance('g', 'x', sequences)).toEqual({ pressed: '', finished: null });
  expect(advance('g', 'g', sequences)).toEqual({ pressed: 'g', finished: null });
  expect(advance('g', '?', sequences)).toEqual({ pressed: '', finished: '?' });
});
