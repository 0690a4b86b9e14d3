import { Inject, Injectable } from '@nestjs/common';
import { createLane, type Database } from '@tradewind/database';
import type { SagaRecord } from '@tradewind/saga';
import { DATABASE, Messaging } from '@tradewind/service-defaults';
import { KEY_LIFETIME } from '../application/ports/answer-store.ts';
import {
  OrderStore,
  type Contact,
  type NewOrder,
  type OrderPage,
  type OrderView,
} from '../application/ports/order-store.ts';
import type { OrderSagaData } from '../application/sagas/order-saga-data.ts';
import {
  LOCK_CONFIRMED,
  OPEN_CANCELLATION,
  OPEN_ORDERS,
  openParameters,
  placed,
  type OpeningOrder,
} from './open-order.sql.ts';
import { FIND_ORDER, LIST_ORDERS, toOrderView, type OrderRow } from './read-order.sql.ts';

const REQUEST_CANCELLATION = `update saga set cancel_requested = true
  where subject_id = $1 and definition = 'place-order' and state <> 'done' returning id`;
const CONTACTS = `select id as "orderId", email, shipping_address ->> 'name' as name from orders where id = any($1::uuid[])`;

/** Orders in PostgreSQL. Orders that are opened at the same time share one statement and one commit. */
@Injectable()
export class PostgresOrderStore extends OrderStore {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly messaging: Messaging,
    @Inject(KEY_LIFETIME) private readonly keyLifetime: number,
  ) {
    super();
  }

  private readonly opening = createLane<OpeningOrder, boolean>(async (items) => {
    const rows = await this.database.query<{ order_id: string }>('order.open', OPEN_ORDERS, [
      ...openParameters(items),
      this.keyLifetime,
    ]);
    this.messaging.wake();
    const opened = new Set(rows.map((row) => row.order_id));
    return items.map(({ order }) => opened.has(order.orderId));
  });

  open(order: NewOrder, worker: string): Promise<boolean> {
    return this.opening({ order, worker, event: placed(order) });
  }

  async find(shopperId: string, orderId: string): Promise<OrderView | undefined> {
    const [row] = await this.database.query<OrderRow>('order.find', FIND_ORDER, [orderId, shopperId]);
    return row && toOrderView(row);
  }

  async list(shopperId: string, pageSize: number, pageToken: string): Promise<OrderPage> {
    const values = [shopperId, pageToken || null, pageSize + 1];
    const rows = await this.database.query<OrderRow>('order.list', LIST_ORDERS, values);
    const orders = rows.slice(0, pageSize).map(toOrderView);
    return { orders, nextPageToken: rows.length > pageSize ? orders.at(-1)!.orderId : '' };
  }

  async requestCancellation(orderId: string): Promise<boolean> {
    const rows = await this.database.query('order.request-cancellation', REQUEST_CANCELLATION, [orderId]);
    return rows.length > 0;
  }

  async openCancellation(
    saga: SagaRecord<OrderSagaData>,
  ): Promise<'opened' | 'opened-before' | 'not-confirmed'> {
    const { id, subjectId, definition, version, data, deadlineAt, traceparent } = saga;
    const values = [
      id,
      subjectId,
      definition,
      version,
      JSON.stringify(data),
      new Date(deadlineAt),
      traceparent ?? null,
    ];
    return this.database.transaction(async (sql) => {
      const confirmed = await sql.query('order.lock-confirmed', LOCK_CONFIRMED, [subjectId]);
      if (confirmed.length === 0) return 'not-confirmed';
      const opened = await sql.query('order.open-cancellation', OPEN_CANCELLATION, values);
      return opened.length > 0 ? 'opened' : 'opened-before';
    });
  }

  contacts(orderIds: readonly string[]): Promise<Contact[]> {
    return this.database.query<Contact>('order.contacts', CONTACTS, [orderIds]);
  }
}
