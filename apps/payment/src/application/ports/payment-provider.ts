import type { Money } from '@tradewind/kernel';
import type { DeclineCode } from '../../domain/payment.ts';

/** What became of an authorization. */
export type AuthorizationOutcome =
  | { kind: 'authorized'; providerReference: string }
  | { kind: 'declined'; declineCode: DeclineCode }
  /** No answer, or none yet: money may be held or not. */
  | { kind: 'unknown'; cause: unknown };

/** What is held for a payment at the provider. */
export interface ProviderCharge {
  providerReference: string;
  status: 'processing' | 'authorized' | 'captured' | 'voided' | 'refunded' | 'declined';
  amount: Money;
}

/** The port to whoever moves the money, in our words. Every call may be repeated: it happens once. */
export abstract class PaymentProvider {
  /** @throws AppError PAYMENT.UNKNOWN_TOKEN */
  abstract authorize(key: string, amount: Money, token: string): Promise<AuthorizationOutcome>;
  /** @throws AppError PAYMENT.UNAVAILABLE, PAYMENT.NOT_AUTHORIZED */
  abstract capture(providerReference: string): Promise<void>;
  /** @throws AppError PAYMENT.UNAVAILABLE, PAYMENT.ALREADY_CAPTURED */
  abstract void(providerReference: string): Promise<void>;
  /** @throws AppError PAYMENT.UNAVAILABLE, PAYMENT.NOT_CAPTURED */
  abstract refund(providerReference: string): Promise<void>;
  /** What the provider holds under our key. @throws AppError PAYMENT.UNAVAILABLE */
  abstract find(key: string): Promise<ProviderCharge | undefined>;
}
