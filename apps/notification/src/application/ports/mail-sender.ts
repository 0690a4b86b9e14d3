import type { Transaction } from '@tradewind/database';
import type { MailKind } from '../../domain/occasion.ts';
import type { MailText } from '../../domain/write-mail.ts';

export interface Mail extends MailText {
  id: string;
  orderId: string;
  kind: MailKind;
  to: string;
}

/** The port to the mail. */
export abstract class MailSender {
  /**
   * Sends what was not sent before: one mail for each order and kind. Runs in the transaction of the events that ask for it.
   * @returns the ids of those that it sent
   */
  abstract send(sql: Transaction, mails: readonly Mail[]): Promise<string[]>;
}
