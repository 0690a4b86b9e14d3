import { describe, expect, it } from 'vitest';
import { decideAll } from './decide.ts';
import type { PaymentEvent } from './payment-event.ts';
import { evolve, NO_PAYMENT, replay, type Payment } from './payment.ts';
import { meaningOf, type ProviderNews } from './provider-news.ts';

const amount = { amount: 1999, currency: 'EUR' };
const providerReference = 'ch_1';
const news = (kind: ProviderNews['kind']): ProviderNews => ({
  id: `evt_${kind}`,
  key: 'order',
  kind,
  amount,
  providerReference,
});
const authorized: Payment = { status: 'authorized', amount, providerReference };
const tombstone = replay([{ type: 'payment-voided' }]);

/** What becomes of a payment that hears these news and follows them; money that goes back is marked. */
function hear(payment: Payment, ...kinds: ProviderNews['kind'][]): { payment: Payment; givenBack: string[] } {
  const givenBack: string[] = [];
  for (const kind of kinds) {
    const meaning = meaningOf(payment, news(kind));
    if (meaning.kind === 'catch-up') payment = replay(decideAll(payment, meaning.commands), payment);
    if (meaning.kind === 'give-back') {
      givenBack.push(meaning.by);
      const event: PaymentEvent = { type: 'payment-returned', amount, providerReference, by: meaning.by };
      payment = evolve(payment, event);
    }
  }
  return { payment, givenBack };
}

describe('news of the provider', () => {
  it('brings in what a crash or a lost answer kept from us', () => {
    expect(hear(NO_PAYMENT, 'authorized').payment).toEqual(authorized);
    expect(hear({ status: 'requested', amount }, 'authorized').payment).toEqual(authorized);
    expect(hear(authorized, 'captured').payment.status).toBe('captured');
    expect(hear(authorized, 'voided').payment.status).toBe('voided');
    expect(hear({ ...authorized, status: 'captured' }, 'refunded').payment.status).toBe('refunded');
    expect(hear(NO_PAYMENT, 'declined').payment.status).toBe('declined');
  });

  it('means the same in any order and any number', () => {
    const captured = { ...authorized, status: 'captured' };
    expect(hear(NO_PAYMENT, 'captured', 'authorized', 'captured').payment).toEqual(captured);
    expect(hear(NO_PAYMENT, 'authorized', 'authorized', 'captured').payment).toEqual(captured);
    expect(hear({ ...authorized, status: 'refunded' }, 'captured', 'authorized').payment.status).toBe(
      'refunded',
    );
    expect(hear(authorized, 'declined').payment).toEqual(authorized);
  });

  it('gives money back that comes after the void, once', () => {
    expect(hear(tombstone, 'authorized', 'authorized', 'voided').givenBack).toEqual(['void']);
    expect(hear(tombstone, 'captured', 'authorized', 'refunded').givenBack).toEqual(['refund']);
  });

  it('gives nothing back that our own void has given up', () => {
    const voided = evolve(authorized, { type: 'payment-voided', amount });
    expect(hear(voided, 'authorized', 'voided').givenBack).toEqual([]);
  });
});
