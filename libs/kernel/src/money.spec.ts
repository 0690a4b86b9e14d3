import { describe, expect, it } from 'vitest';
import { addMoney, formatMoney, money, multiplyMoney, sumMoney, zeroMoney } from './money.ts';

const invalid = expect.objectContaining({ kind: 'invalid', code: 'MONEY.INVALID' });
const LARGEST = Number.MAX_SAFE_INTEGER;

describe('money', () => {
  it.each([0.1, 1.5, NaN, Infinity, -Infinity, LARGEST + 1, 2 ** 60])('refuses %d minor units', (amount) => {
    expect(() => money(amount, 'EUR')).toThrow(invalid);
  });
  it.each(['', 'eur', 'EU', 'EURO', 'E1R', ' EUR'])('refuses the currency %j', (currency) => {
    expect(() => money(1, currency)).toThrow(invalid);
  });
  it('takes debts and the largest safe number', () => {
    expect(money(-5, 'EUR')).toEqual({ amount: -5, currency: 'EUR' });
    expect(money(LARGEST, 'JPY').amount).toBe(LARGEST);
  });
});

describe('arithmetic', () => {
  it('adds, multiplies and sums up exactly', () => {
    expect(addMoney(money(10, 'EUR'), money(20, 'EUR'))).toEqual(money(30, 'EUR'));
    expect(multiplyMoney(money(1_999, 'EUR'), 3)).toEqual(money(5_997, 'EUR'));
    expect(sumMoney([money(1, 'KWD'), money(2, 'KWD'), money(-4, 'KWD')], 'KWD')).toEqual(money(-1, 'KWD'));
    expect(sumMoney([], 'JPY')).toEqual(zeroMoney('JPY'));
  });

  it('never mixes currencies', () => {
    expect(() => addMoney(money(1, 'EUR'), money(1, 'JPY'))).toThrow(invalid);
    expect(() => sumMoney([money(1, 'EUR')], 'USD')).toThrow(invalid);
  });

  it('refuses what would be rounded', () => {
    expect(() => addMoney(money(LARGEST, 'EUR'), money(1, 'EUR'))).toThrow(invalid);
    expect(() => multiplyMoney(money(LARGEST, 'EUR'), 2)).toThrow(invalid);
    expect(() => multiplyMoney(money(100, 'EUR'), 0.333)).toThrow(invalid);
  });
});

it.each([
  [1_999, 'EUR', '€19.99'],
  [500, 'JPY', '¥500'],
  [1_234, 'KWD', 'KWD 1.234'],
  [-5, 'USD', '-$0.05'],
])('%d %s is shown as %s', (amount, currency, text) => {
  expect(formatMoney({ amount, currency }, 'en').replace('\u00a0', ' ')).toBe(text);
});
