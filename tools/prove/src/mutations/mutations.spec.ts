import { describe, expect, it } from 'vitest';
import { requireCurrent } from './build-mutant.ts';
import { mutations } from './mutations.ts';

describe('what is broken on purpose', () => {
  it.each(mutations)('$name is still in the source', (mutation) => {
    expect(() => requireCurrent(mutation)).not.toThrow();
  });

  it('is refused when it has grown old', () => {
    expect(() => requireCurrent({ ...mutations[0]!, find: 'not in there' })).toThrow('bring it up to date');
  });
});
