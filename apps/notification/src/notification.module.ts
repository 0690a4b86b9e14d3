import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { OrderContactServiceService } from '@tradewind/contracts/order/v1/order';
import { useCasesProvider } from '@tradewind/cqrs';
import { faults } from '@tradewind/faults';
import type { Logger } from '@tradewind/observability';
import { createPolicy } from '@tradewind/resilience';
import { createRpcClient } from '@tradewind/rpc';
import { Messaging, messagingProviders, provideLifecycle } from '@tradewind/service-defaults';
import { ListNotificationsHandler } from './application/list-notifications/list-notifications.handler.ts';
import { Contacts } from './application/ports/contacts.ts';
import { MailSender } from './application/ports/mail-sender.ts';
import { Mailbox } from './application/ports/mailbox.ts';
import { MailBatch } from './application/write-mail/mail-batch.ts';
import { notificationSubscriptions } from './entry-points/events/subscriptions.ts';
import { NotificationController } from './entry-points/grpc/notification.controller.ts';
import { GrpcContacts } from './infrastructure/grpc-contacts.ts';
import { MailboxMailSender } from './infrastructure/mailbox-mail-sender.ts';
import { PostgresMailbox } from './infrastructure/postgres-mailbox.ts';
import { policies, type NotificationSettings } from './notification.config.ts';

/** The Nest token of the events that could not be handled. */
export const DEAD_LETTERS = Symbol('dead letters');

@Module({})
export class NotificationModule {
  static with(settings: NotificationSettings, logger: Logger): DynamicModule {
    const policy = createPolicy('order', policies.order.toPolicy(settings));
    const orders = createRpcClient(OrderContactServiceService, settings.orderAddress, policy);
    return {
      module: NotificationModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        ...messagingProviders('notification', settings, logger),
        useCasesProvider,
        ListNotificationsHandler,
        { provide: Contacts, useValue: new GrpcContacts(orders) },
        { provide: MailSender, useFactory: () => new MailboxMailSender(faults.offer('mail-down')) },
        { provide: Mailbox, useClass: PostgresMailbox },
        { provide: DEAD_LETTERS, inject: [Messaging, Contacts, MailSender], useFactory: listen },
        NotificationController,
        provideLifecycle([Messaging], (messaging: Messaging) => [messaging]),
      ],
    };
  }
}

/** The mails of a batch of events are sent together, in the transaction of its inbox. */
export function listen(messaging: Messaging, contacts: Contacts, sender: MailSender) {
  return messaging.listen('notification', notificationSubscriptions, (work) =>
    messaging.database.transaction(async (sql) => {
      const mails = new MailBatch();
      await work(mails, sql);
      await mails.send(sql, messaging.outbox, contacts, sender);
    }),
  );
}
