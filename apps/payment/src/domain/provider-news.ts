import type { Money } from '@tradewind/kernel';
import type { PaymentCommand } from './decide.ts';
import { isOpen, type DeclineCode, type Payment } from './payment.ts';

/** What the provider says has become of a charge, in our words. */
export interface ProviderNews {
  /** The same when the news is delivered again. */
  id: string;
  key: string;
  kind: 'authorized' | 'captured' | 'voided' | 'refunded' | 'declined';
  amount: Money;
  providerReference: string;
  declineCode?: DeclineCode;
}

/** What news means to a payment: commands that catch up with it, or money that has to go back. */
export type NewsMeaning =
  | { kind: 'nothing' }
  | { kind: 'catch-up'; commands: PaymentCommand[] }
  | { kind: 'give-back'; by: 'void' | 'refund' };

const NOTHING: NewsMeaning = { kind: 'nothing' };

/**
 * News may come late, twice and in any order, so it never contradicts what is known: it only completes it. Most of it tells
 * what our own calls did and means nothing; the rest is what a lost answer or a crash kept from us.
 */
export function meaningOf(payment: Payment, news: ProviderNews): NewsMeaning {
  const { amount, providerReference } = news;
  const open = isOpen(payment);
  const authorize: PaymentCommand = { type: 'authorize', amount, providerReference };
  switch (news.kind) {
    case 'authorized':
      if (open) return catchUp(authorize);
      return comesTooLate(payment, news) ? { kind: 'give-back', by: 'void' } : NOTHING;
    case 'captured':
      if (open) return catchUp(authorize, { type: 'capture' });
      if (comesTooLate(payment, news)) return { kind: 'give-back', by: 'refund' };
      return payment.status === 'authorized' ? catchUp({ type: 'capture' }) : NOTHING;
    case 'voided':
      return payment.status === 'authorized' ? catchUp({ type: 'void' }) : NOTHING;
    case 'refunded':
      return payment.status === 'captured' ? catchUp({ type: 'refund' }) : NOTHING;
    case 'declined':
      return open
        ? catchUp({ type: 'decline', amount, declineCode: news.declineCode ?? 'PAYMENT.DECLINED' })
        : NOTHING;
  }
}

/** Voided by us before the provider had anything to void. */
function comesTooLate(payment: Payment, { providerReference }: ProviderNews): boolean {
  return payment.status === 'voided' && payment.providerReference !== providerReference;
}

function catchUp(...commands: PaymentCommand[]): NewsMeaning {
  return { kind: 'catch-up', commands };
}
