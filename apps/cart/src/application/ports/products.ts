import type { CartProduct } from '../../domain/cart.ts';

/** The port to the catalogue. */
export abstract class Products {
  /** Undefined: there is no such product. */
  abstract find(productId: string): Promise<CartProduct | undefined>;
}
