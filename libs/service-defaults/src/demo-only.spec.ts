import { describe, expect, it } from 'vitest';
import { requireDemoForFailpoints } from './demo-only.ts';

describe('failpoints', () => {
  it.each([
    { failpoints: false, mode: 'production' },
    { failpoints: true, mode: 'demo' },
  ])('are no mistake with %j', (settings) => {
    expect(() => requireDemoForFailpoints('order', settings)).not.toThrow();
  });

  it('are refused outside of the demo, in words that name the way out', () => {
    expect(() => requireDemoForFailpoints('order', { failpoints: true, mode: 'production' })).toThrow(
      /FAILPOINTS is "true"; expected: failpoints exist in the demo only: leave it out, or set MODE=demo/,
    );
  });
});
