import { describe, expect, it } from 'vitest';
import type { PaymentEvent } from './payment-event.ts';
import { postingsOf } from './postings.ts';

const amount = { amount: 1999, currency: 'EUR' };
const providerReference = 'ch_1';
const authorized: PaymentEvent = { type: 'payment-authorized', amount, providerReference };
const captured: PaymentEvent = { type: 'payment-captured', amount };
const refunded: PaymentEvent = { type: 'payment-refunded', amount };
const voided: PaymentEvent = { type: 'payment-voided', amount };
const returnedBy = (by: 'void' | 'refund'): PaymentEvent => ({
  type: 'payment-returned',
  amount,
  providerReference,
  by,
});

function balances(...events: PaymentEvent[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { account, amount: change } of events.flatMap(postingsOf))
    sums[account] = (sums[account] ?? 0) + change;
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

describe('double entry', () => {
  it.each([authorized, captured, refunded, voided, returnedBy('void'), returnedBy('refund')])(
    'the postings of $type sum up to zero',
    (event) => {
      const postings = postingsOf(event);
      expect(postings.length).toBeGreaterThan(0);
      expect(postings.reduce((sum, posting) => sum + posting.amount, 0)).toBe(0);
    },
  );

  it('an authorization is a hold and no revenue', () =>
    expect(balances(authorized)).toEqual({ 'customer:authorized': 1999, 'provider:held': -1999 }));

  it('a capture ends the hold: the provider owes us the revenue', () =>
    expect(balances(authorized, captured)).toEqual({ 'provider:receivable': 1999, revenue: -1999 }));

  it('a refund keeps the revenue and books its return beside it', () =>
    expect(balances(authorized, captured, refunded)).toEqual({ revenue: -1999, refunds: 1999 }));

  it('a void leaves nothing', () => expect(balances(authorized, voided)).toEqual({}));

  it('what came late and went back leaves no hold', () => {
    expect(balances(returnedBy('void'))).toEqual({});
    expect(balances(returnedBy('refund'))).toEqual({ revenue: -1999, refunds: 1999 });
  });

  it('a request, a decline and a void of nothing move no money', () => {
    const declined: PaymentEvent = { type: 'payment-declined', amount, declineCode: 'PAYMENT.DECLINED' };
    const events: PaymentEvent[] = [
      { type: 'payment-requested', amount },
      declined,
      { type: 'payment-voided' },
    ];
    expect(events.flatMap(postingsOf)).toEqual([]);
  });
});
