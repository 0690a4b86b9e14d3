import { newEvent, outboxParameter, type StoredEvent } from '@tradewind/event-bus';
import { money, type Money } from '@tradewind/kernel';
import type { KnownPayment } from '../application/ports/payment-ledger.ts';
import type { PaymentEvent } from '../domain/payment-event.ts';
import { NO_PAYMENT, type DeclineCode, type Payment, type PaymentStatus } from '../domain/payment.ts';
import { postingsOf } from '../domain/postings.ts';

export interface PaymentRow {
  key: string;
  version: number;
  status: PaymentStatus;
  amount: number | null;
  currency: string | null;
  providerReference: string | null;
  declineCode: string | null;
}

export function toPayment(row: PaymentRow | undefined): Payment {
  if (!row) return NO_PAYMENT;
  const { status } = row;
  const amount = row.amount === null ? undefined : money(row.amount, row.currency!);
  const providerReference = row.providerReference ?? undefined;
  const declineCode = (row.declineCode ?? undefined) as DeclineCode | undefined;
  const fields = { status, amount, providerReference, declineCode };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Payment;
}

/** The columns of a payment's row, whatever its state has of them. */
type NextFields = Partial<Pick<PaymentRow, 'providerReference' | 'declineCode'>> & { amount?: Money };

/** What `append_payments` takes. */
export function toAppendItem(
  known: KnownPayment,
  events: readonly PaymentEvent[],
  next: Payment,
  newsId?: string,
): object {
  const { key, version: expected } = known;
  const numbered = events.map((event, index) => ({ event, version: expected + index + 1 }));
  const { amount, providerReference, declineCode } = next as NextFields;
  return {
    key,
    expected,
    version: expected + events.length,
    status: next.status,
    ...amount,
    providerReference,
    declineCode,
    events: numbered.map(({ event: { type, ...data }, version }) => ({ version, type, data })),
    postings: numbered.flatMap(({ event, version }) => postingsOf(event).map((it) => ({ version, ...it }))),
    outbox: JSON.parse(outboxParameter(events.flatMap((event) => toPublished(key, event)))) as unknown,
    newsId,
  };
}

/** What the world is told. Nobody is told of a request, or of a void when nothing was held. */
function toPublished(orderId: string, event: PaymentEvent): StoredEvent[] {
  switch (event.type) {
    case 'payment-authorized':
    case 'payment-captured':
    case 'payment-refunded':
      return [newEvent(`tradewind.payment.v1.${event.type}`, orderId, { orderId, amount: event.amount })];
    case 'payment-voided':
      return event.amount
        ? [newEvent('tradewind.payment.v1.payment-voided', orderId, { orderId, amount: event.amount })]
        : [];
    case 'payment-declined': {
      const { declineCode } = event;
      return [newEvent('tradewind.payment.v1.payment-declined', orderId, { orderId, declineCode })];
    }
    default:
      return [];
  }
}
