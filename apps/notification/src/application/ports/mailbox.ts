import type { Mail } from './mail-sender.ts';
import type { KeyRange } from '@tradewind/kernel';

export interface SentMail extends Mail {
  at: Date;
}

export interface MailFilter {
  /** An e-mail address; empty for all. */
  to: string;
  /** Empty for all. */
  orderId: string;
  limit: number;
  /** Only about these orders. */
  orders?: KeyRange;
  /** Only what was sent before this one. */
  before: string | undefined;
}

/** The port to what was sent. */
export abstract class Mailbox {
  /** Newest first. */
  abstract list(filter: MailFilter): Promise<SentMail[]>;
}
