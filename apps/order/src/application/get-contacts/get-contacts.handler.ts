import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { OrderStore, type Contact } from '../ports/order-store.ts';
import { GetContacts } from './get-contacts.query.ts';

@QueryHandler(GetContacts)
export class GetContactsHandler implements IQueryHandler<GetContacts> {
  constructor(private readonly orders: OrderStore) {}

  execute({ orderIds }: GetContacts): Promise<Contact[]> {
    return this.orders.contacts(orderIds);
  }
}
