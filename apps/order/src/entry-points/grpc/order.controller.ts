import { Injectable } from '@nestjs/common';
import type { OrderServiceService } from '@tradewind/contracts/order/v1/order';
import { UseCases } from '@tradewind/cqrs';
import { AppError } from '@tradewind/kernel';
import type { Implementation } from '@tradewind/rpc';
import { CancelOrder } from '../../application/cancel-order/cancel-order.command.ts';
import { GetOrder } from '../../application/get-order/get-order.query.ts';
import { ListOrders } from '../../application/list-orders/list-orders.query.ts';
import { PlaceOrder } from '../../application/place-order/place-order.command.ts';
import { WatchOrder } from '../../application/watch-order/watch-order.ts';
import { toOrder, toPartialOrder } from './order.mapper.ts';

type Service = Implementation<typeof OrderServiceService>;

@Injectable()
export class OrderController implements Service {
  constructor(
    private readonly useCases: UseCases,
    private readonly watching: WatchOrder,
  ) {}

  placeOrder: Service['placeOrder'] = async ({ shippingAddress, waitMilliseconds, ...request }) => {
    if (!shippingAddress) {
      throw new AppError('invalid', 'VALIDATION.FAILED', 'shippingAddress: is missing', {
        details: { errors: [{ field: 'shippingAddress', message: 'is missing' }] },
      });
    }
    const command = new PlaceOrder({ ...request, shippingAddress, wait: waitMilliseconds });
    const { order, completed, replayed } = await this.useCases.execute(command);
    return { order: toPartialOrder(order), completed, replayed };
  };

  getOrder: Service['getOrder'] = async ({ shopperId, orderId }) =>
    toOrder(await this.useCases.ask(new GetOrder(shopperId, orderId)));

  listOrders: Service['listOrders'] = async ({ shopperId, pageSize, pageToken }) => {
    const page = await this.useCases.ask(new ListOrders(shopperId, pageSize, pageToken));
    return { orders: page.orders.map(toOrder), nextPageToken: page.nextPageToken };
  };

  cancelOrder: Service['cancelOrder'] = async ({ shopperId, orderId }) =>
    toOrder(await this.useCases.execute(new CancelOrder(shopperId, orderId)));

  watchOrder: Service['watchOrder'] = ({ shopperId, orderId }, signal) =>
    this.watch(shopperId, orderId, signal);

  private async *watch(shopperId: string, orderId: string, signal: AbortSignal) {
    for await (const order of this.watching.watch(shopperId, orderId, signal)) yield toOrder(order);
  }
}
