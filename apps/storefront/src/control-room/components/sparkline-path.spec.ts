import { expect, it } from 'vitest';
import { sparklinePath } from './sparkline-path.ts';

it('runs from the left edge to the right, the highest on top', () => {
  expect(sparklinePath([0, 10, 5], { width: 100, height: 22 })).toBe('M0.0 21.0L50.0 1.0L100.0 11.0');
});

it('draws nothing through a single value and a flat line through zeros', () => {
  expect(sparklinePath([3], { width: 100, height: 22 })).toBe('');
  expect(sparklinePath([0, 0], { width: 100, height: 22 })).toBe('M0.0 21.0L100.0 21.0');
});
