import { Injectable } from '@nestjs/common';
import type {
  Notification,
  NotificationServiceService,
} from '@tradewind/contracts/notification/v1/notification';
import { UseCases } from '@tradewind/cqrs';
import type { Implementation } from '@tradewind/rpc';
import type { SentMail } from '../../application/ports/mailbox.ts';
import { ListNotifications } from '../../application/list-notifications/list-notifications.query.ts';

type Service = Implementation<typeof NotificationServiceService>;

@Injectable()
export class NotificationController implements Service {
  constructor(private readonly useCases: UseCases) {}

  listNotifications: Service['listNotifications'] = async ({ pageSize, ...request }) => {
    const query = new ListNotifications({ ...request, pageSize: pageSize || 200 });
    const { mails, nextPageToken } = await this.useCases.ask(query);
    return { notifications: mails.map(toNotification), nextPageToken };
  };
}

function toNotification({ at, ...mail }: SentMail): Notification {
  return { ...mail, at: at.toISOString() };
}
