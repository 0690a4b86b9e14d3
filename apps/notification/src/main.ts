import { NotificationServiceService } from '@tradewind/contracts/notification/v1/notification';
import type { DeadLetters } from '@tradewind/event-bus';
import { implementation } from '@tradewind/rpc';
import { bootService, deadLetterEndpoint, Messaging, messagingEndpoint } from '@tradewind/service-defaults';
import { NotificationController } from './entry-points/grpc/notification.controller.ts';
import { readSettings } from './notification.config.ts';
import { DEAD_LETTERS, NotificationModule } from './notification.module.ts';

await bootService({
  name: 'notification',
  settings: readSettings,
  module: (settings, logger) => NotificationModule.with(settings, logger),
  grpc: (parts) => [
    implementation(NotificationServiceService, parts.get(NotificationController)),
    deadLetterEndpoint(parts.get<DeadLetters>(DEAD_LETTERS)),
    messagingEndpoint(parts.get(Messaging)),
  ],
});
