import { Query } from '@nestjs/cqrs';
import type { OrderView } from '../ports/order-store.ts';

/** One order of the shopper; another's does not exist for it. */
export class GetOrder extends Query<OrderView> {
  constructor(
    readonly shopperId: string,
    readonly orderId: string,
  ) {
    super();
  }
}
