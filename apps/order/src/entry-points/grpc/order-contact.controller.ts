import { Injectable } from '@nestjs/common';
import type { OrderContactServiceService } from '@tradewind/contracts/order/v1/order';
import { UseCases } from '@tradewind/cqrs';
import type { Implementation } from '@tradewind/rpc';
import { GetContacts } from '../../application/get-contacts/get-contacts.query.ts';

type Service = Implementation<typeof OrderContactServiceService>;

@Injectable()
export class OrderContactController implements Service {
  constructor(private readonly useCases: UseCases) {}

  batchGetContacts: Service['batchGetContacts'] = async ({ orderIds }) => ({
    contacts: await this.useCases.ask(new GetContacts(orderIds)),
  });
}
