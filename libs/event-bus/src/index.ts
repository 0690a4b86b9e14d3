export { createConsumer, type Consumer } from './consumer.ts';
export type { ConsumerOptions, Transact } from './consumer-options.ts';
export { createJanitor, type Janitor } from './janitor.ts';
export { findUnhandled, readMessagingStatus, type MessagingStatus } from './messaging-status.ts';
export { createDeadLetters, type DeadLetters } from './dead-letters.ts';
export type { DeadLetter, LetterFilter, LetterState } from './letter-store.ts';
export { newEvent, parseEvent, type StoredEvent, type TypedEvent } from './event.ts';
export { withFailpoints } from './failpoint-event-log.ts';
export { withFaults } from './faulty-event-log.ts';
export { createPoison, type Poison } from './poison.ts';
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
export { joinSubscriptions, subscriptions, type Subscription, type Subscriptions } from './subscriptions.ts';
export { heldOffBySwaps } from './read-models/live-lock.ts';
export type { AnyReadModel, Place, ReadModel } from './read-models/read-model.ts';
export type { ReadModelJob } from './read-models/jobs.ts';
export { createReadModels, type ReadModelReport, type ReadModels } from './read-models/read-models.ts';
