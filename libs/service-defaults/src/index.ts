export {
  baseSettings,
  eventBusSettings,
  eventLogSettings,
  grpcSettings,
  httpSettings,
} from './base-settings.ts';
export {
  bootService,
  type BaseSettings,
  type CreateHost,
  type ServiceDefinition,
  type ServiceHost,
  type ServiceParts,
} from './boot-service.ts';
export type { AdminRoute } from './admin-server.ts';
export { deadLetterEndpoint } from './dead-letter-endpoint.ts';
export { messagingEndpoint } from './messaging-endpoint.ts';
export { readModelEndpoint } from './read-model-endpoint.ts';
export { provideLifecycle, type Lifecycle } from './lifecycle.ts';
export { CLOCK, DATABASE, LOGGER, Messaging, messagingProviders } from './messaging.ts';
export { listenOn } from './listen-on.ts';
export { repeat } from './repeat.ts';
export { createEventLog, type EventLogSettings } from './create-event-log.ts';
