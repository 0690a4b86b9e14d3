import { Injectable } from '@nestjs/common';
import { isSettled } from '../../domain/order.ts';
import { orderNotFound } from '../get-order/get-order.handler.ts';
import { OrderStore, type OrderView } from '../ports/order-store.ts';
import { OrderSagas } from '../sagas/order-sagas.ts';

/** Looks again after so many milliseconds also without a change here: another replica may run the saga. */
const LOOK_AGAIN = 1_000;

@Injectable()
export class WatchOrder {
  constructor(
    private readonly orders: OrderStore,
    private readonly sagas: OrderSagas,
  ) {}

  /** The order now and after each change, until it is settled or the watcher leaves. */
  async *watch(shopperId: string, orderId: string, signal: AbortSignal): AsyncGenerator<OrderView> {
    let seen = '';
    while (!signal.aborted) {
      const changed = this.sagas.nextChange(orderId, LOOK_AGAIN, signal);
      const order = await this.orders.find(shopperId, orderId);
      if (!order) throw orderNotFound(orderId);
      const state = `${order.status} ${order.timeline.length}`;
      if (state !== seen) yield order;
      seen = state;
      if (isSettled(order.status)) return;
      await changed;
    }
  }
}
