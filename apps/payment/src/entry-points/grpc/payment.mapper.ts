import {
  PaymentState,
  type ListLedgerResponse,
  type Payment as PaymentMessage,
} from '@tradewind/contracts/payment/v1/payment';
import type { LedgerLine } from '../../application/ports/payment-ledger.ts';
import type { Payment, PaymentStatus } from '../../domain/payment.ts';

const STATES: Record<PaymentStatus, PaymentState> = {
  none: PaymentState.UNSPECIFIED,
  requested: PaymentState.REQUESTED,
  authorized: PaymentState.AUTHORIZED,
  captured: PaymentState.CAPTURED,
  voided: PaymentState.VOIDED,
  refunded: PaymentState.REFUNDED,
  declined: PaymentState.DECLINED,
};

export function toMessage(key: string, payment: Payment): PaymentMessage {
  return {
    key,
    state: STATES[payment.status],
    amount: 'amount' in payment ? payment.amount : undefined,
    providerReference: ('providerReference' in payment && payment.providerReference) || '',
    declineCode: 'declineCode' in payment ? payment.declineCode : '',
  };
}

export function toPage(lines: LedgerLine[], limit: number): ListLedgerResponse {
  return {
    postings: lines.map((line) => ({ ...line, at: line.at.toISOString() })),
    nextPageToken: lines.length === limit ? String(lines.at(-1)!.sequence) : '',
  };
}
