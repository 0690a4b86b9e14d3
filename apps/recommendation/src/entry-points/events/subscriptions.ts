import type { Product } from '@tradewind/contracts/product/v1/product';
import { joinSubscriptions, subscriptions } from '@tradewind/event-bus';
import type { Lessons, ProductCopy } from '../../application/ports/purchase-knowledge.ts';

/** What was bought together. */
export const boughtTogether = subscriptions<Lessons>({
  'tradewind.order.v1.order-confirmed': async ({ data }, lessons) => {
    lessons.bought(data.lines.map(({ productId }) => productId));
  },
});

/** What is known of the products. */
export const productCopies = subscriptions<Lessons>({
  'tradewind.product.v1.product-upserted': async ({ data }, lessons) =>
    lessons.product(toCopy(data.product!)),
  'tradewind.product.v1.price-changed': async ({ data }, lessons) => lessons.product(toCopy(data.product!)),
});

/** All that the service listens to. */
export const recommendationSubscriptions = joinSubscriptions(boughtTogether, productCopies);

function toCopy({ id, category, price, tags, version }: Product): ProductCopy {
  return { id, category, price: price!.amount, tags, version };
}
