import { AppError } from './app-error.ts';

/**
 * Integer minor units of an ISO 4217 currency: 1999 EUR is 19.99 €, 500 JPY is 500 ¥.
 * A safe integer holds 90 thousand billion euros; anything larger is refused, never rounded.
 */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw invalid(`not a whole number of minor units: ${amount}`);
  if (!/^[A-Z]{3}$/.test(currency)) throw invalid(`not an ISO 4217 code: ${currency}`);
  return { amount, currency };
}

export function zeroMoney(currency: string): Money {
  return money(0, currency);
}

export function addMoney(left: Money, right: Money): Money {
  if (left.currency !== right.currency)
    throw invalid(`${left.currency} and ${right.currency} cannot be added`);
  return money(left.amount + right.amount, left.currency);
}

export function multiplyMoney(value: Money, factor: number): Money {
  return money(value.amount * factor, value.currency);
}

/** The sum; `currency` says what an empty list is worth nothing of. */
export function sumMoney(values: readonly Money[], currency: string): Money {
  return values.reduce(addMoney, zeroMoney(currency));
}

/** For people: `formatMoney({ amount: 1999, currency: 'EUR' }, 'en')` is `€19.99`. */
export function formatMoney(value: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(value.amount / 10 ** decimals);
}

function invalid(message: string): AppError {
  return new AppError('invalid', 'MONEY.INVALID', message);
}
