import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { OrderStore, type OrderPage } from '../ports/order-store.ts';
import { ListOrders } from './list-orders.query.ts';

@QueryHandler(ListOrders)
export class ListOrdersHandler implements IQueryHandler<ListOrders> {
  constructor(private readonly orders: OrderStore) {}

  execute({ shopperId, pageSize, pageToken }: ListOrders): Promise<OrderPage> {
    return this.orders.list(shopperId, Math.min(Math.max(pageSize || 20, 1), 100), pageToken);
  }
}
