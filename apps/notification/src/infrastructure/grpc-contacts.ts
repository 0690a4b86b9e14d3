import type { OrderContactServiceService } from '@tradewind/contracts/order/v1/order';
import type { RpcClient } from '@tradewind/rpc';
import { Contacts, type Contact } from '../application/ports/contacts.ts';

/** Addresses are asked for when they are needed and kept nowhere but in the mail itself. */
export class GrpcContacts extends Contacts {
  constructor(private readonly client: RpcClient<typeof OrderContactServiceService>) {
    super();
  }

  async of(orderIds: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
    const { contacts } = await this.client.batchGetContacts({ orderIds: [...orderIds] });
    return new Map(contacts.map(({ orderId, email, name }) => [orderId, { email, name }]));
  }
}
