import { expect, it } from 'vitest';
import { brokenIn } from './check-links.ts';

it('finds links that lead nowhere, and only those', () => {
  const text =
    '[a](README.md) [b](apps/order#start) [c](https://example.com/x) [d](#here) [e](gone.md) `[f](code.md)`';
  expect(brokenIn('CONTRIBUTING.md', text)).toEqual([{ file: 'CONTRIBUTING.md', link: 'gone.md' }]);
});
