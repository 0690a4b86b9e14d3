import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Mailbox } from '../ports/mailbox.ts';
import { ListNotifications, type MailPage } from './list-notifications.query.ts';

@QueryHandler(ListNotifications)
export class ListNotificationsHandler implements IQueryHandler<ListNotifications> {
  constructor(private readonly mailbox: Mailbox) {}

  async execute({ request }: ListNotifications): Promise<MailPage> {
    const { to, orderId, pageSize, pageToken, afterOrderId, upToOrderId } = request;
    const orders = { after: afterOrderId, upTo: upToOrderId };
    const before = pageToken === '' ? undefined : pageToken;
    // One more than the page has: is there a next one?
    const found = await this.mailbox.list({ to, orderId, orders, before, limit: pageSize + 1 });
    const mails = found.slice(0, pageSize);
    return { mails, nextPageToken: found.length > pageSize ? mails.at(-1)!.id : '' };
  }
}
