import { assertNever, type Money } from '@tradewind/kernel';
import type { PaymentEvent } from './payment-event.ts';

type Account = 'customer:authorized' | 'provider:held' | 'provider:receivable' | 'revenue' | 'refunds';

export interface Posting {
  kind: 'authorization' | 'capture' | 'void' | 'refund';
  account: Account;
  /** Minor units; positive debits, negative credits. */
  amount: number;
  currency: string;
}

/**
 * The double entry of an event: its postings sum up to zero. An authorization is a hold, not yet money; a capture ends the
 * hold and makes revenue that the provider owes us.
 */
export function postingsOf(event: PaymentEvent): Posting[] {
  switch (event.type) {
    case 'payment-requested':
    case 'payment-declined':
      return [];
    case 'payment-authorized':
      return hold('authorization', event.amount);
    case 'payment-captured':
      return earn(event.amount);
    case 'payment-voided':
      return event.amount ? release('void', event.amount) : [];
    case 'payment-refunded':
      return pair('refund', 'refunds', 'provider:receivable', event.amount);
    case 'payment-returned':
      return [...hold('authorization', event.amount), ...takeBack(event.amount, event.by)];
    default:
      return assertNever(event);
  }
}

function takeBack(amount: Money, by: 'void' | 'refund'): Posting[] {
  if (by === 'void') return release('void', amount);
  return [...earn(amount), ...pair('refund', 'refunds', 'provider:receivable', amount)];
}

function hold(kind: Posting['kind'], amount: Money): Posting[] {
  return pair(kind, 'customer:authorized', 'provider:held', amount);
}

function release(kind: Posting['kind'], amount: Money): Posting[] {
  return pair(kind, 'provider:held', 'customer:authorized', amount);
}

function earn(amount: Money): Posting[] {
  return [...release('capture', amount), ...pair('capture', 'provider:receivable', 'revenue', amount)];
}

function pair(
  kind: Posting['kind'],
  debit: Account,
  credit: Account,
  { amount, currency }: Money,
): Posting[] {
  return [
    { kind, account: debit, amount, currency },
    { kind, account: credit, amount: -amount, currency },
  ];
}
