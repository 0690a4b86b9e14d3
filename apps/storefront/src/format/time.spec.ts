import { expect, it } from 'vitest';
import { formatDuration } from './time.ts';

it.each([
  [0.4, '0.4 ms'],
  [12.6, '13 ms'],
  [1_520, '1.52 s'],
  [200_000, '3 min 20 s'],
  [7_500_000, '2 h 5 min'],
  [200_000_000, '2 d 7 h'],
])('writes %d ms as %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
