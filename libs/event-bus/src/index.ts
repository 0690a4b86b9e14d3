export { createConsumer, type Consumer, type ConsumerOptions } from './consumer.ts';
export { createDeadLetters, type DeadLetter, type DeadLetters } from './dead-letters.ts';
export { newEvent, parseEvent, type StoredEvent, type TypedEvent } from './event.ts';
export { withFailpoints } from './failpoint-event-log.ts';
export {
  UNREADABLE,
  type Consumption,
  type EventLog,
  type LogPosition,
  type LogRecord,
} from './event-log.ts';
export { createKafkaEventLog } from './kafka/kafka-event-log.ts';
export { createOutbox, insertOutbox, outboxParameter, type Outbox } from './outbox.ts';
export { createPostgresEventLog } from './postgres-log/postgres-event-log.ts';
export { createRelay, type Relay } from './relay.ts';
export { subscriptions, type Subscription, type Subscriptions } from './subscriptions.ts';
