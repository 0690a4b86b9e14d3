import { Query } from '@nestjs/cqrs';
import type { Contact } from '../ports/order-store.ts';

/** Who to write to about some orders. */
export class GetContacts extends Query<Contact[]> {
  constructor(readonly orderIds: readonly string[]) {
    super();
  }
}
