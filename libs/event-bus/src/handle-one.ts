import { inSpan, withTraceparent } from '@tradewind/observability';
import { parseEvent, type StoredEvent } from './event.ts';
import type { Poison } from './poison.ts';
import type { Subscriptions } from './subscriptions.ts';

interface Handling<C> {
  subscriptions: Subscriptions<C>;
  group: string;
  poison?: Poison | undefined;
}

/** Handles one event inside a transaction, in the trace of what caused it. */
export async function handleOne<C>(
  { subscriptions, group, poison }: Handling<C>,
  event: StoredEvent,
  context: C,
): Promise<void> {
  const subscription = subscriptions.find(event.type);
  if (!subscription) return;
  const attributes = {
    'messaging.system': 'tradewind',
    'messaging.consumer.group.name': group,
    'messaging.message.id': event.id,
  };
  const parent = withTraceparent(event.traceparent);
  await inSpan(`process ${event.type}`, { kind: 'CONSUMER', parent, attributes }, async () => {
    poison?.suffer(event);
    await subscription.handle(parseEvent(event) as never, context);
  });
}
