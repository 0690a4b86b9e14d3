import type { OrderContent, OrderStatus, Reason } from '../../domain/order.ts';

import type { CANCELLATION } from './cancellation.ts';

/** What the steps of an order's sagas need to know. */
export interface OrderSagaData extends OrderContent {
  orderId: string;
  shopperId: string;
  /** Forgotten when the saga is done. */
  paymentToken?: string;
}

/** What the order service changes of its own in a saga's transition: the order's status, and the event that tells it. */
export interface OrderEffect {
  orderId: string;
  shopperId: string;
  from: OrderStatus;
  to: 'confirmed' | 'rejected' | 'cancelled';
  reason: Reason | null;
  content: OrderContent;
  /**
   * What follows if a cancellation was asked for before this change was kept. Only the database knows, under the lock of
   * the saga's row: so it is decided there, once.
   */
  ifCancelled?: { become: 'cancelled'; reason: Reason } | { open: typeof CANCELLATION };
}
