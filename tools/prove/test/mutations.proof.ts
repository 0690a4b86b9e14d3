import { freePort } from '@tradewind/launcher';
import { expect, it } from 'vitest';
import { catchMutant } from '../src/mutations/catch-mutant.ts';
import { mutations } from '../src/mutations/mutations.ts';

// The outbox has a test of its own: lost-event.proof.ts.
it.each(mutations.filter(({ name }) => name !== 'outbox'))(
  'a broken $name is caught: $what',
  async (mutation) => {
    const { violations } = await catchMutant(mutation, 'postgres', await freePort());
    expect(violations.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(mutation.rules.join('|')))]),
    );
  },
);
