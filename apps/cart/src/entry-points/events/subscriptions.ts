import { newEvent, subscriptions } from '@tradewind/event-bus';
import type { CartEffects } from '../../application/ports/cart-effects.ts';
import { cartIdOf } from '../../application/cart-id.ts';

/** All that the service listens to. */
export const cartSubscriptions = subscriptions<CartEffects>({
  'tradewind.order.v1.order-confirmed': async ({ data: { orderId, shopperId, lines } }, effects) => {
    const cartId = cartIdOf(shopperId);
    // Made here, where the trace of the order is.
    const checkedOut = newEvent('tradewind.cart.v1.cart-checked-out', cartId, { cartId, shopperId, orderId });
    const quantities = lines.map(({ productId, quantity }) => ({ productId, quantity }));
    effects.checkOut({ orderId, shopperId, lines: quantities, checkedOut });
  },
  'tradewind.product.v1.price-changed': async ({ data: { product } }, effects) => {
    effects.changePrice(product!.id, product!.price!);
  },
});
