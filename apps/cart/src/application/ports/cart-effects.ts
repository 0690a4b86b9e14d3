import type { StoredEvent } from '@tradewind/event-bus';
import type { Money } from '@tradewind/kernel';

export interface CheckOut {
  orderId: string;
  shopperId: string;
  lines: readonly { productId: string; quantity: number }[];
  /** Published when the shopper has a cart. */
  checkedOut: StoredEvent;
}

/** What events do to carts; the effects of a batch of events are stored together. */
export abstract class CartEffects {
  /** Takes out what was ordered; what was added since stays. */
  abstract checkOut(checkOut: CheckOut): void;
  abstract changePrice(productId: string, price: Money): void;
}
