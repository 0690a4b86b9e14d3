import { Query } from '@nestjs/cqrs';
import { unlessUuids, type FieldProblem } from '@tradewind/cqrs';
import { isUuid } from '@tradewind/kernel';
import type { SentMail } from '../ports/mailbox.ts';

export interface MailPage {
  mails: SentMail[];
  /** Empty on the last page. */
  nextPageToken: string;
}

interface ListNotificationsRequest {
  /** An e-mail address; empty for all. */
  to: string;
  /** Empty for all. */
  orderId: string;
  pageSize: number;
  pageToken: string;
  /** Only orders after the one and up to the other; empty: no bound. */
  afterOrderId: string;
  upToOrderId: string;
}

/** What was sent, newest first. */
export class ListNotifications extends Query<MailPage> {
  constructor(readonly request: ListNotificationsRequest) {
    super();
  }

  problems(): FieldProblem[] {
    const { orderId, afterOrderId, upToOrderId, pageSize, pageToken } = this.request;
    return [
      ...unlessUuids({ orderId, afterOrderId, upToOrderId }),
      ...(pageSize >= 1 && pageSize <= 1_000 ? [] : [{ field: 'pageSize', message: 'must be 1 to 1,000' }]),
      ...(pageToken === '' || isUuid(pageToken)
        ? []
        : [{ field: 'pageToken', message: 'is not one of this list' }]),
    ];
  }
}
