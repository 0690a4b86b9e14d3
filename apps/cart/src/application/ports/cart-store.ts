import type { Cart } from '../../domain/cart.ts';

/** The port to the carts. */
export abstract class CartStore {
  /** A shopper without a cart gets an empty one, and nothing is written. */
  abstract find(shopperId: string): Promise<Cart>;
  /**
   * Changes a cart under its lock: of two changes at the same time the second sees what the first one did. When `change`
   * throws or answers the cart itself, nothing is written.
   */
  abstract change(shopperId: string, change: (cart: Cart) => Cart): Promise<Cart>;
}
