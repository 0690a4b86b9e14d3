import type { Transaction } from '@tradewind/database';
import { newEvent, type Outbox, type StoredEvent } from '@tradewind/event-bus';
import { AppError, uuidV7 } from '@tradewind/kernel';
import type { Occasion } from '../../domain/occasion.ts';
import { writeMail } from '../../domain/write-mail.ts';
import type { Contact, Contacts } from '../ports/contacts.ts';
import type { Mail, MailSender } from '../ports/mail-sender.ts';

interface Pending {
  id: string;
  occasion: Occasion;
  sent: StoredEvent;
}

/** Gathers the mails that a batch of events asks for; the addresses of all are asked for in one call. */
export class MailBatch {
  private readonly pending: Pending[] = [];

  add(occasion: Occasion): void {
    const id = uuidV7();
    const { orderId, kind } = occasion;
    // Made here, where the trace of the order is.
    const data = { notificationId: id, orderId, kind };
    const sent = newEvent('tradewind.notification.v1.notification-sent', orderId, data);
    this.pending.push({ id, occasion, sent });
  }

  /** @throws when an address cannot be had: then nothing of the batch has happened */
  async send(sql: Transaction, outbox: Outbox, contacts: Contacts, sender: MailSender): Promise<void> {
    if (this.pending.length === 0) return;
    const orderIds = [...new Set(this.pending.map(({ occasion }) => occasion.orderId))];
    const known = await contacts.of(orderIds);
    const mails = this.pending.map(({ id, occasion }) => toMail(id, occasion, known.get(occasion.orderId)));
    const sent = new Set(await sender.send(sql, mails));
    await outbox.append(
      sql,
      this.pending.filter(({ id }) => sent.has(id)).map((it) => it.sent),
    );
  }
}

function toMail(id: string, occasion: Occasion, contact: Contact | undefined): Mail {
  const { orderId, kind } = occasion;
  if (!contact) {
    throw new AppError(
      'refused',
      'NOTIFICATION.UNKNOWN_ORDER',
      `nobody is known to write to about order ${orderId}`,
    );
  }
  return { id, orderId, kind, to: contact.email, ...writeMail(occasion, contact.name) };
}
