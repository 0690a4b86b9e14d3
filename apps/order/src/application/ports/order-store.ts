import type { SagaRecord } from '@tradewind/saga';
import type { OrderContent, OrderStatus, Reason } from '../../domain/order.ts';
import type { TimelineEntry } from '../../domain/timeline.ts';
import type { OrderSagaData } from '../sagas/order-saga-data.ts';

export interface ShippingAddress {
  name: string;
  line1: string;
  city: string;
  postalCode: string;
  country: string;
}

export interface NewOrder {
  orderId: string;
  shopperId: string;
  idempotencyKey: string;
  requestHash: string;
  email: string;
  shippingAddress: ShippingAddress;
  content: OrderContent;
  /** RFC 3339. */
  placedAt: string;
  traceId: string;
  /** Whether the request waits for a settled order before it answers. */
  waits: boolean;
  saga: SagaRecord<OrderSagaData>;
}

/** An order as people see it. */
export interface OrderView extends OrderContent {
  orderId: string;
  shopperId: string;
  status: OrderStatus;
  reason: Reason | null;
  placedAt: string;
  timeline: TimelineEntry[];
  traceId: string;
}

export interface Contact {
  orderId: string;
  email: string;
  name: string;
}

export interface OrderPage {
  orders: OrderView[];
  nextPageToken: string;
}

/** The port to what is durable about orders. */
export abstract class OrderStore {
  /**
   * Order, saga with its journal, order-placed and the idempotency record: one commit.
   * @returns false when the key was used before and is not forgotten; nothing was stored then
   */
  abstract open(order: NewOrder, worker: string): Promise<boolean>;
  /** Undefined when there is none, or it is another shopper's. */
  abstract find(shopperId: string, orderId: string): Promise<OrderView | undefined>;
  abstract list(shopperId: string, pageSize: number, pageToken: string): Promise<OrderPage>;
  /**
   * Asks the saga that places the order to turn back, or, from its pivot on, to open the cancellation together with the
   * confirmation. @returns false when it has ended
   */
  abstract requestCancellation(orderId: string): Promise<boolean>;
  /** Opens the saga that cancels a confirmed order, once for all times. */
  abstract openCancellation(
    saga: SagaRecord<OrderSagaData>,
  ): Promise<'opened' | 'opened-before' | 'not-confirmed'>;
  abstract contacts(orderIds: readonly string[]): Promise<Contact[]>;
}
