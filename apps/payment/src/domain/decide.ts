import { assertNever, type Money } from '@tradewind/kernel';
import {
  alreadyCaptured,
  amountMismatch,
  declined,
  notAuthorized,
  notCaptured,
  voided,
} from './payment-errors.ts';
import type { PaymentEvent } from './payment-event.ts';
import { isOpen, replay, type DeclineCode, type Payment } from './payment.ts';

export type PaymentCommand =
  | { type: 'request'; amount: Money }
  | { type: 'authorize'; amount: Money; providerReference: string }
  | { type: 'decline'; amount: Money; declineCode: DeclineCode }
  | { type: 'capture' }
  | { type: 'void' }
  | { type: 'refund' }
  | { type: 'return'; amount: Money; providerReference: string; by: 'void' | 'refund' };

/**
 * What a command makes true. No events: it is true already, so a repeat changes nothing.
 * @throws AppError when the rules say no
 */
export function decide(payment: Payment, command: PaymentCommand): PaymentEvent[] {
  switch (command.type) {
    case 'request':
      return request(payment, command.amount);
    case 'authorize':
      return authorize(payment, command);
    case 'decline':
      return decline(payment, command);
    case 'capture':
      return capture(payment);
    case 'void':
      return cancel(payment);
    case 'refund':
      return refund(payment);
    case 'return':
      return giveBack(payment, command);
    default:
      return assertNever(command);
  }
}

/** Several commands one after the other, as one decision. */
export function decideAll(payment: Payment, commands: readonly PaymentCommand[]): PaymentEvent[] {
  return commands.reduce<PaymentEvent[]>(
    (events, command) => [...events, ...decide(replay(events, payment), command)],
    [],
  );
}

function request(payment: Payment, amount: Money): PaymentEvent[] {
  switch (payment.status) {
    case 'none':
      return [{ type: 'payment-requested', amount }];
    case 'voided':
      throw voided();
    case 'declined':
      throw declined(payment.declineCode);
    default:
      if (payment.amount.amount !== amount.amount || payment.amount.currency !== amount.currency)
        throw amountMismatch();
      return [];
  }
}

function authorize(
  payment: Payment,
  { amount, providerReference }: Extract<PaymentCommand, { type: 'authorize' }>,
): PaymentEvent[] {
  const events = request(payment, amount);
  return isOpen(payment) ? [...events, { type: 'payment-authorized', amount, providerReference }] : [];
}

function decline(
  payment: Payment,
  { amount, declineCode }: Extract<PaymentCommand, { type: 'decline' }>,
): PaymentEvent[] {
  const events = request(payment, amount);
  return isOpen(payment) ? [...events, { type: 'payment-declined', amount, declineCode }] : [];
}

function capture(payment: Payment): PaymentEvent[] {
  switch (payment.status) {
    case 'authorized':
      return [{ type: 'payment-captured', amount: payment.amount }];
    case 'captured':
    case 'refunded':
      return [];
    default:
      throw notAuthorized(payment.status);
  }
}

function cancel(payment: Payment): PaymentEvent[] {
  switch (payment.status) {
    case 'none':
    case 'requested':
      return [{ type: 'payment-voided' }];
    case 'authorized':
      return [{ type: 'payment-voided', amount: payment.amount }];
    case 'captured':
      throw alreadyCaptured();
    default:
      return [];
  }
}

function refund(payment: Payment): PaymentEvent[] {
  if (payment.status === 'captured') return [{ type: 'payment-refunded', amount: payment.amount }];
  if (payment.status === 'refunded') return [];
  throw notCaptured(payment.status);
}

function giveBack(
  payment: Payment,
  { amount, providerReference, by }: Extract<PaymentCommand, { type: 'return' }>,
): PaymentEvent[] {
  if (payment.status !== 'voided' || payment.providerReference === providerReference) return [];
  return [{ type: 'payment-returned', amount, providerReference, by }];
}
