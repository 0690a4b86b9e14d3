import { inBatchSpan, inEventSpan } from '@tradewind/observability';
import { parseEvent, type StoredEvent } from './event.ts';
import type { Poison } from './poison.ts';
import type { Subscriptions } from './subscriptions.ts';

interface Handling<C> {
  subscriptions: Subscriptions<C>;
  group: string;
  poison?: Poison | undefined;
}

/** A span around a batch that is handled in one transaction: what is done for all of its events is told there. */
export function inBatch<T>(
  group: string,
  events: readonly StoredEvent[],
  work: () => Promise<T>,
): Promise<T> {
  const attributes = {
    'messaging.system': 'tradewind',
    'messaging.operation.type': 'process',
    'messaging.consumer.group.name': group,
    'messaging.batch.message_count': events.length,
  };
  return inBatchSpan('process events', 'CONSUMER', events, attributes, work);
}

/** Handles one event of a batch of so many, inside its transaction, in the trace of what caused it. */
export async function handleOne<C>(
  { subscriptions, group, poison }: Handling<C>,
  event: StoredEvent,
  context: C,
  batch: number,
): Promise<void> {
  const subscription = subscriptions.find(event.type);
  if (!subscription) return;
  const attributes = {
    'messaging.system': 'tradewind',
    'messaging.operation.type': 'process',
    'messaging.consumer.group.name': group,
    'messaging.message.id': event.id,
  };
  await inEventSpan(`process ${event.type}`, event, batch, attributes, async () => {
    poison?.suffer(event);
    await subscription.handle(parseEvent(event) as never, context);
  });
}
