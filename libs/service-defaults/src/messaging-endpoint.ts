import { MessagingServiceService } from '@tradewind/contracts/operations/v1/messaging';
import { findUnhandled, readMessagingStatus } from '@tradewind/event-bus';
import { implementation, type ServiceImplementation } from '@tradewind/rpc';
import type { Messaging } from './messaging.ts';

/** The operator's view of a service's outbox, inbox and letters. */
export function messagingEndpoint({ database, listensTo }: Messaging): ServiceImplementation {
  return implementation(MessagingServiceService, {
    getMessagingStatus: async () => {
      const status = await readMessagingStatus(database);
      return {
        unpublished: status.unpublished,
        oldestUnpublishedSeconds: status.oldestUnpublished,
        parkedLetters: status.parked,
        waitingLetters: status.waiting,
        oldestWaitingSeconds: status.oldestWaiting,
        connectionsMaximum: status.connections.maximum,
        connectionsOpen: status.connections.open,
        connectionsWaiting: status.connections.waiting,
        recentlyPublished: status.recentlyPublished,
        listensTo: [...listensTo],
      };
    },
    findUnhandledEvents: async ({ eventIds }) => ({ eventIds: await findUnhandled(database, eventIds) }),
  });
}
