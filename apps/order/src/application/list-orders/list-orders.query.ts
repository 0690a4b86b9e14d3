import { Query } from '@nestjs/cqrs';
import type { OrderPage } from '../ports/order-store.ts';

/** The shopper's orders, newest first. */
export class ListOrders extends Query<OrderPage> {
  constructor(
    readonly shopperId: string,
    readonly pageSize: number,
    readonly pageToken: string,
  ) {
    super();
  }
}
