import type { Money } from '@tradewind/kernel';
import type { DeclineCode } from './payment.ts';

/** What can happen to a payment, in the words of the ledger. Stored for good: fields are added, never changed. */
export type PaymentEvent =
  | { type: 'payment-requested'; amount: Money }
  | { type: 'payment-authorized'; amount: Money; providerReference: string }
  | { type: 'payment-declined'; amount: Money; declineCode: DeclineCode }
  | { type: 'payment-captured'; amount: Money }
  | { type: 'payment-refunded'; amount: Money }
  /** No amount: nothing was held. */
  | { type: 'payment-voided'; amount?: Money }
  /** The provider authorized (or even captured) after the void, and the money went back at once. */
  | { type: 'payment-returned'; amount: Money; providerReference: string; by: 'void' | 'refund' };
