import type { OrderView } from './order-store.ts';

/** Milliseconds that an idempotency key is remembered. A Nest token. */
export const KEY_LIFETIME = Symbol('key lifetime');

/** What is known of an earlier request under the same key. */
export interface KeptAnswer {
  requestHash: string;
  orderId: string;
  /** Abandoned: the first request never answered, and the time that it had is over; its process died. */
  state: 'running' | 'abandoned' | 'answered';
  /** The completed order as it was answered; null: "pending". */
  answer: OrderView | null;
}

/** The port to the first answers to idempotency keys. A key is stored together with the order that it opened: see `OrderStore.open`. */
export abstract class AnswerStore {
  /** Undefined for a key that was never used, or so long ago that it is forgotten. */
  abstract find(shopperId: string, key: string): Promise<KeptAnswer | undefined>;
  /**
   * Keeps the answer, unless another request has given one in the meantime, or the key is used for another order by now.
   * @returns the answer that is kept for this order: this one, or the other's
   */
  abstract keep(
    shopperId: string,
    key: string,
    orderId: string,
    answer: OrderView | null,
  ): Promise<OrderView | null>;
  /** Takes the place of a first request that was abandoned; false when somebody else was faster. */
  abstract takeOver(shopperId: string, key: string): Promise<boolean>;
  /** Removes some of the keys whose time is over. @returns how many; fewer than `most`: no more are left */
  abstract removeExpired(most: number): Promise<number>;
}
