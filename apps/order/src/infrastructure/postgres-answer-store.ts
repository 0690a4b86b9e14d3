import { Inject, Injectable } from '@nestjs/common';
import { createLane, type Database } from '@tradewind/database';
import { DATABASE } from '@tradewind/service-defaults';
import { AnswerStore, KEY_LIFETIME, type KeptAnswer } from '../application/ports/answer-store.ts';
import type { OrderView } from '../application/ports/order-store.ts';

/** Longer than any request may wait for its answer (30 s). */
export const LEASE = `interval '35 seconds'`;

/** Whether a key's time is over; never while its first request may still be running. `lifetime`: a parameter, milliseconds. */
export const isExpired = (row: string, lifetime: string): string =>
  `(${row}.created_at < now() - ${lifetime}::float8 * interval '1 ms' and ${row}.lease_until < now())`;

const FIND = `select request_hash as "requestHash", order_id as "orderId", answer,
  case when answered then 'answered' when lease_until < now() then 'abandoned' else 'running' end as state
  from idempotency i where shopper_id = $1 and key = $2 and not ${isExpired('i', '$3')}`;
// The keys are given once more as an array: a statement that was prepared while the table was small would otherwise join by
// reading a whole index, for good.
const KEEP = `with item as (
    select * from jsonb_to_recordset($1::jsonb) as a(shopper_id text, key text, order_id uuid, answer jsonb)
  )
  update idempotency i set answered = true, answer = a.answer from item a
  where i.shopper_id = any(array(select shopper_id from item)) and i.shopper_id = a.shopper_id and i.key = a.key and i.order_id = a.order_id and not i.answered returning i.shopper_id, i.key`;
const TAKE_OVER = `update idempotency set lease_until = now() + ${LEASE}
  where shopper_id = $1 and key = $2 and not answered and lease_until < now() returning key`;
const REMOVE = `delete from idempotency where (shopper_id, key) in (select shopper_id, key from idempotency i
  where ${isExpired('i', '$1')} order by created_at limit $2 for update skip locked)`;

interface Item {
  shopper_id: string;
  key: string;
  order_id: string;
  answer: OrderView | null;
}

/** First answers in PostgreSQL; those that are kept at the same time share one statement. */
@Injectable()
export class PostgresAnswerStore extends AnswerStore {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(KEY_LIFETIME) private readonly lifetime: number,
  ) {
    super();
  }

  private readonly keeping = createLane<Item, boolean>(async (items) => {
    const rows = await this.database.query<Item>('order.keep-answer', KEEP, [JSON.stringify(items)]);
    return items.map((it) => rows.some((row) => row.shopper_id === it.shopper_id && row.key === it.key));
  });

  async find(shopperId: string, key: string): Promise<KeptAnswer | undefined> {
    const values = [shopperId, key, this.lifetime];
    return (await this.database.query<KeptAnswer>('order.find-answer', FIND, values))[0];
  }

  async keep(
    shopperId: string,
    key: string,
    orderId: string,
    answer: OrderView | null,
  ): Promise<OrderView | null> {
    if (await this.keeping({ shopper_id: shopperId, key, order_id: orderId, answer })) return answer;
    const other = await this.find(shopperId, key);
    return other?.orderId === orderId ? other.answer : answer;
  }

  async takeOver(shopperId: string, key: string): Promise<boolean> {
    return (await this.database.query('order.take-over-key', TAKE_OVER, [shopperId, key])).length > 0;
  }

  async removeExpired(most: number): Promise<number> {
    const values = [this.lifetime, most];
    return (await this.database.query('order.remove-expired-keys', `${REMOVE} returning 1`, values)).length;
  }
}
