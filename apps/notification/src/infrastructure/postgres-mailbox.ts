import { Inject, Injectable } from '@nestjs/common';
import { ALL_KEYS } from '@tradewind/kernel';
import type { Database } from '@tradewind/database';
import { DATABASE } from '@tradewind/service-defaults';
import { Mailbox, type MailFilter, type SentMail } from '../application/ports/mailbox.ts';

const COLUMNS = `id, order_id as "orderId", kind, recipient as "to", subject, body, sent_at as "at"`;

@Injectable()
export class PostgresMailbox extends Mailbox {
  constructor(@Inject(DATABASE) private readonly database: Database) {
    super();
  }

  list({ to, orderId, orders = ALL_KEYS, before, limit }: MailFilter): Promise<SentMail[]> {
    const values: unknown[] = [];
    const parts = ['mailbox.list'];
    const conditions: string[] = [];
    const add = (part: string, condition: (parameter: string) => string, value: string | undefined): void => {
      if (!value) return;
      parts.push(part);
      conditions.push(condition(`$${values.push(value)}`));
    };
    add('to', (it) => `lower(recipient) = lower(${it})`, to);
    add('order', (it) => `order_id = ${it}`, orderId);
    add('after-order', (it) => `order_id > ${it}`, orders.after);
    add('up-to-order', (it) => `order_id <= ${it}`, orders.upTo);
    add('before', (it) => `id < ${it}`, before);
    const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
    const text = `select ${COLUMNS} from notification ${where} order by id desc limit $${values.push(limit)}`;
    return this.database.query<SentMail>(parts.join('.'), text, values);
  }
}
