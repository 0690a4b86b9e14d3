import type { Money } from '../api/money.ts';

/** Digits after the point: 2 for EUR, 0 for JPY, 3 for KWD. */
function fractionDigits(currency: string): number {
  return formatter(currency, undefined).resolvedOptions().maximumFractionDigits ?? 2;
}

/** In the viewer's own locale, unless a test names one. */
export function formatMoney(money: Money, locale?: string): string {
  return formatter(money.currency, locale).format(toMajorUnits(money.amount, money.currency));
}

export function toMajorUnits(amount: number, currency: string): number {
  return amount / 10 ** fractionDigits(currency);
}

/** What a person typed in major units (`12.50`), or `null` when that is no amount. */
export function toMinorUnits(typed: string, currency: string): number | null {
  const value = Number(typed.trim().replace(',', '.'));
  if (typed.trim() === '' || !Number.isFinite(value) || value < 0) return null;
  return Math.round(value * 10 ** fractionDigits(currency));
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(currency: string, locale: string | undefined): Intl.NumberFormat {
  const key = `${locale}:${currency}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency });
  formatters.set(key, made);
  return made;
}
