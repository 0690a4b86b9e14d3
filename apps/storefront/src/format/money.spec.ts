import { describe, expect, it } from 'vitest';
import { formatMoney, toMinorUnits } from './money.ts';

describe('formatMoney', () => {
  it.each([
    [{ amount: 1250, currency: 'EUR' }, '€12.50'],
    [{ amount: 1250, currency: 'JPY' }, '¥1,250'],
    [{ amount: 1250, currency: 'KWD' }, 'KWD 1.250'],
  ])('knows the decimals of %o', (money, text) => {
    expect(
      formatMoney(money, 'en-GB')
        .replace(/\u00a0/g, ' ')
        .replace('JP¥', '¥'),
    ).toBe(text);
  });
});

describe('toMinorUnits', () => {
  it('reads point and comma', () => {
    expect(toMinorUnits('12.5', 'EUR')).toBe(1250);
    expect(toMinorUnits(' 12,50 ', 'EUR')).toBe(1250);
    expect(toMinorUnits('1250', 'JPY')).toBe(1250);
  });

  it('refuses what is no amount', () => {
    expect(toMinorUnits('', 'EUR')).toBeNull();
    expect(toMinorUnits('cheap', 'EUR')).toBeNull();
    expect(toMinorUnits('-1', 'EUR')).toBeNull();
  });
});
