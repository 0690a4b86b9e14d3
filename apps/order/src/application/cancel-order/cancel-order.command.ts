import { Command } from '@nestjs/cqrs';
import type { OrderView } from '../ports/order-store.ts';

/** Turns a pending order back, or cancels a confirmed one. Answers before it is done. */
export class CancelOrder extends Command<OrderView> {
  constructor(
    readonly shopperId: string,
    readonly orderId: string,
  ) {
    super();
  }
}
