import type { Transaction } from '@tradewind/database';
import type { FaultSwitch } from '@tradewind/faults';
import { AppError } from '@tradewind/kernel';
import { MailSender, type Mail } from '../application/ports/mail-sender.ts';

const SEND = `insert into notification (id, order_id, kind, recipient, subject, body)
  select id, order_id, kind, recipient, subject, body
  from jsonb_to_recordset($1::jsonb) as m(id uuid, order_id uuid, kind text, recipient text, subject text, body text)
  order by order_id, kind
  on conflict on constraint notification_once do nothing returning id`;

/** Puts mail into the mailbox table: it arrives in the same transaction that asks for it, so it is neither lost nor doubled. */
export class MailboxMailSender extends MailSender {
  private readonly down: FaultSwitch;

  constructor(down: FaultSwitch) {
    super();
    this.down = down;
  }

  async send(sql: Transaction, mails: readonly Mail[]): Promise<string[]> {
    if (this.down.on) throw new AppError('unavailable', 'MAIL.UNAVAILABLE', 'no mail can be sent right now');
    const values = mails.map(({ orderId, to, ...same }) => ({ ...same, order_id: orderId, recipient: to }));
    const rows = await sql.query<{ id: string }>('mailbox.send', SEND, [JSON.stringify(values)]);
    return rows.map(({ id }) => id);
  }
}
