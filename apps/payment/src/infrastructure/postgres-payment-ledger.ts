import { Inject, Injectable } from '@nestjs/common';
import { boundsOf, type KeyRange } from '@tradewind/kernel';
import { createLane, type Database } from '@tradewind/database';
import { DATABASE, Messaging } from '@tradewind/service-defaults';
import { PaymentLedger, type KnownPayment, type LedgerLine } from '../application/ports/payment-ledger.ts';
import type { PaymentEvent } from '../domain/payment-event.ts';
import { replay } from '../domain/payment.ts';
import { toAppendItem, toPayment, type PaymentRow } from './payment-rows.ts';

const ROW = `p.key, p.version, p.status, p.amount::float8 as amount, p.currency, p.provider_reference as "providerReference",
  p.decline_code as "declineCode"`;
const LOAD = `select ${ROW} from payment p where p.key = any($1::uuid[])`;
const SEEN = 'select id from webhook_inbox where id = any($1::text[])';
const APPEND = 'select key from append_payments($1::jsonb)';
const LINE = `sequence::float8 as sequence, key, kind, account, amount::float8 as amount, currency, at`;
const LINES_BETWEEN = `select ${LINE} from posting where key > $3 and key <= $4 and sequence > $1 order by sequence limit $2`;
const LINES_OF = `select ${LINE} from posting where key = $3 and sequence > $1 order by sequence limit $2`;

type Item = { key: string };

/** The ledger in PostgreSQL: calls that come together share one read and one commit. */
@Injectable()
export class PostgresPaymentLedger extends PaymentLedger {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly messaging: Messaging,
  ) {
    super();
  }

  private readonly loading = createLane<string, KnownPayment>(async (keys) => {
    const rows = await this.database.query<PaymentRow>('payment.load', LOAD, [keys]);
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return keys.map((key) => {
      const row = byKey.get(key.toLowerCase());
      return { key, version: row?.version ?? 0, payment: toPayment(row) };
    });
  });

  private readonly looking = createLane<string, boolean>(async (ids) => {
    const rows = await this.database.query<{ id: string }>('webhook.seen', SEEN, [ids]);
    const seen = new Set(rows.map(({ id }) => id));
    return ids.map((id) => seen.has(id));
  });

  private readonly appending = createLane<Item, boolean>(async (items) => {
    // Of two writers of one payment in a batch the first is stored; the other has lost and decides anew.
    const first = [...new Map(items.toReversed().map((item) => [item.key, item])).values()];
    const rows = await this.database.query<Item>('payment.append', APPEND, [JSON.stringify(first)]);
    this.messaging.wake();
    const stored = new Set(rows.map(({ key }) => key));
    return items.map((item) => first.includes(item) && stored.has(item.key.toLowerCase()));
  });

  load(key: string): Promise<KnownPayment> {
    return this.loading(key);
  }

  async loadForNews(key: string, newsId: string): Promise<KnownPayment & { newsSeen: boolean }> {
    const [known, newsSeen] = await Promise.all([this.loading(key), this.looking(newsId)]);
    return { ...known, newsSeen };
  }

  async append(
    known: KnownPayment,
    events: readonly PaymentEvent[],
    newsId?: string,
  ): Promise<KnownPayment | undefined> {
    if (events.length === 0) return known;
    const payment = replay(events, known.payment);
    const item = toAppendItem(known, events, payment, newsId) as Item;
    if (!(await this.appending(item))) return undefined;
    return { key: known.key, version: known.version + events.length, payment };
  }

  lines(keys: string | KeyRange, after: number, limit: number): Promise<LedgerLine[]> {
    if (typeof keys === 'string')
      return this.database.query<LedgerLine>('ledger.lines-of', LINES_OF, [after, limit, keys]);
    return this.database.query('ledger.lines-between', LINES_BETWEEN, [after, limit, ...boundsOf(keys)]);
  }
}
