import { describe, expect, it } from 'vitest';
import { boundsOf, checkAmount } from './check-amount.ts';

const share = { unit: '%', minimum: 1, maximum: 100 };
const none = { unit: null, minimum: null, maximum: null };

describe('the amount of a fault', () => {
  it.each(['1', '50', '100', ' 7 '])('can be %j', (text) => expect(checkAmount(text, share)).toBeNull());

  it.each(['0', '101', '', ' ', 'many', '-1'])('cannot be %j, and says what can', (text) =>
    expect(checkAmount(text, share)).toBe('Give 1 to 100.'),
  );

  it('is not asked for where there is none', () => {
    expect([checkAmount('', none), boundsOf(none)]).toEqual([null, '']);
  });
});
