import { assertNever, type Money } from '@tradewind/kernel';
import type { PaymentEvent } from './payment-event.ts';

/** A payment is what its events made of it. */
export type Payment =
  | { status: 'none' }
  /** The provider was asked; its answer is not known. */
  | { status: 'requested'; amount: Money }
  | { status: 'declined'; amount: Money; declineCode: DeclineCode }
  | { status: 'authorized' | 'captured' | 'refunded'; amount: Money; providerReference: string }
  /** Without a reference nothing was held at the provider: the key is closed for whatever comes late. */
  | { status: 'voided'; amount?: Money; providerReference?: string };

export type PaymentStatus = Payment['status'];

export type DeclineCode = 'PAYMENT.DECLINED' | 'PAYMENT.INSUFFICIENT_FUNDS';

export const NO_PAYMENT: Payment = { status: 'none' };

/** Whether the provider's answer is still to come. */
export function isOpen({ status }: Payment): boolean {
  return status === 'none' || status === 'requested';
}

/** The state after one more event. Events are facts: nothing is refused here. */
export function evolve(payment: Payment, event: PaymentEvent): Payment {
  switch (event.type) {
    case 'payment-requested':
      return { status: 'requested', amount: event.amount };
    case 'payment-authorized':
      return { status: 'authorized', amount: event.amount, providerReference: event.providerReference };
    case 'payment-declined':
      return { status: 'declined', amount: event.amount, declineCode: event.declineCode };
    case 'payment-captured':
      return { ...held(payment), status: 'captured' };
    case 'payment-refunded':
      return { ...held(payment), status: 'refunded' };
    case 'payment-voided':
      return { ...payment, status: 'voided' } as Payment;
    case 'payment-returned':
      return { status: 'voided', amount: event.amount, providerReference: event.providerReference };
    default:
      return assertNever(event);
  }
}

/** The state that a whole history leads to. */
export function replay(events: readonly PaymentEvent[], from: Payment = NO_PAYMENT): Payment {
  return events.reduce(evolve, from);
}

function held(payment: Payment): { amount: Money; providerReference: string } {
  if ('providerReference' in payment && payment.providerReference && payment.amount)
    return { amount: payment.amount, providerReference: payment.providerReference };
  throw new TypeError(`this history cannot be: nothing is held by a payment that is ${payment.status}`);
}
