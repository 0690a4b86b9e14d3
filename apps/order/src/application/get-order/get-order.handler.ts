import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AppError, isUuid } from '@tradewind/kernel';
import { OrderStore, type OrderView } from '../ports/order-store.ts';
import { GetOrder } from './get-order.query.ts';

@QueryHandler(GetOrder)
export class GetOrderHandler implements IQueryHandler<GetOrder> {
  constructor(private readonly orders: OrderStore) {}

  async execute({ shopperId, orderId }: GetOrder): Promise<OrderView> {
    const order = isUuid(orderId) ? await this.orders.find(shopperId, orderId) : undefined;
    if (!order) throw orderNotFound(orderId);
    return order;
  }
}

/** Says an id again, and nothing else that somebody may have put in its place. */
export function orderNotFound(orderId: string): AppError {
  const text = isUuid(orderId) ? `there is no order ${orderId}` : 'there is no such order';
  return new AppError('not-found', 'ORDER.NOT_FOUND', text);
}
