import type { PaymentEvent } from '../../domain/payment-event.ts';
import type { KeyRange } from '@tradewind/kernel';
import type { Payment } from '../../domain/payment.ts';
import type { Posting } from '../../domain/postings.ts';

/** A payment as it was read: an append counts only while nobody else has written since. */
export interface KnownPayment {
  key: string;
  /** 0: there is none yet. */
  version: number;
  payment: Payment;
}

export interface LedgerLine extends Posting {
  sequence: number;
  key: string;
  at: Date;
}

/** The port to what is durable. Events, postings, the payment's row and the outbox change in one transaction. */
export abstract class PaymentLedger {
  abstract load(key: string): Promise<KnownPayment>;
  /** Also says whether this news had its effect before. */
  abstract loadForNews(key: string, newsId: string): Promise<KnownPayment & { newsSeen: boolean }>;
  /** Undefined: somebody else wrote since `known` was read, so decide anew. */
  abstract append(
    known: KnownPayment,
    events: readonly PaymentEvent[],
    newsId?: string,
  ): Promise<KnownPayment | undefined>;
  /**
   * Lines after `after`, oldest first, of some payments. A line that commits late may have a smaller sequence than
   * one already read, so whoever follows the ledger reads the last few seconds again.
   */
  abstract lines(keys: string | KeyRange, after: number, limit: number): Promise<LedgerLine[]>;
}
