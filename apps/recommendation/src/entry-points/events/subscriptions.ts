import type { Product } from '@tradewind/contracts/product/v1/product';
import { subscriptions } from '@tradewind/event-bus';
import type { Lessons, ProductCopy } from '../../application/ports/purchase-knowledge.ts';

/** All that the service listens to. */
export const recommendationSubscriptions = subscriptions<Lessons>({
  'tradewind.order.v1.order-confirmed': async ({ data }, lessons) => {
    lessons.bought(data.lines.map(({ productId }) => productId));
  },
  'tradewind.product.v1.product-upserted': async ({ data }, lessons) =>
    lessons.product(toCopy(data.product!)),
  'tradewind.product.v1.price-changed': async ({ data }, lessons) => lessons.product(toCopy(data.product!)),
});

function toCopy({ id, category, price, tags, version }: Product): ProductCopy {
  return { id, category, price: price!.amount, tags, version };
}
