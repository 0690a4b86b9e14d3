import { AppError } from '@tradewind/kernel';
import type { DeclineCode, PaymentStatus } from './payment.ts';

const DECLINE_MESSAGES: Record<DeclineCode, string> = {
  'PAYMENT.DECLINED': 'the payment was declined',
  'PAYMENT.INSUFFICIENT_FUNDS': 'the account does not hold enough',
};

export function declined(code: DeclineCode): AppError {
  return new AppError('refused', code, DECLINE_MESSAGES[code]);
}

export function voided(): AppError {
  return new AppError('refused', 'PAYMENT.VOIDED', 'the payment was voided before');
}

export function notAuthorized(status: PaymentStatus): AppError {
  return new AppError('refused', 'PAYMENT.NOT_AUTHORIZED', `nothing to capture: the payment is ${status}`);
}

export function notCaptured(status: PaymentStatus): AppError {
  return new AppError('refused', 'PAYMENT.NOT_CAPTURED', `nothing to refund: the payment is ${status}`);
}

export function alreadyCaptured(): AppError {
  return new AppError('refused', 'PAYMENT.ALREADY_CAPTURED', 'the money was captured; refund it instead');
}

export function amountMismatch(): AppError {
  return new AppError('invalid', 'PAYMENT.AMOUNT_MISMATCH', 'the key stands for another amount');
}

export function notFound(key: string): AppError {
  return new AppError('not-found', 'PAYMENT.NOT_FOUND', `there is no payment ${key}`);
}

export function unknownToken(): AppError {
  return new AppError('invalid', 'PAYMENT.UNKNOWN_TOKEN', 'the provider does not know the payment token');
}

export function unavailable(cause?: unknown): AppError {
  return new AppError('unavailable', 'PAYMENT.UNAVAILABLE', 'the payment provider gave no answer', { cause });
}
