/** One topic for each publishing service: what happened to one aggregate stays in order. */
export const TOPICS = [
  'tradewind.product',
  'tradewind.inventory',
  'tradewind.cart',
  'tradewind.order',
  'tradewind.payment',
  'tradewind.notification',
] as const;

export type Topic = (typeof TOPICS)[number];

/** The topic of an event type: `tradewind.order.v1.order-placed` is in `tradewind.order`. */
export function topicOf(eventType: string): Topic {
  const topic = eventType.split('.').slice(0, 2).join('.');
  if (!(TOPICS as readonly string[]).includes(topic))
    throw new TypeError(`no topic for the event type ${eventType}`);
  return topic as Topic;
}
