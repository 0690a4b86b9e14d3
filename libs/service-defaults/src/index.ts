export { baseSettings, eventBusSettings, grpcSettings } from './base-settings.ts';
export { bootService, type ServiceDefinition, type ServiceParts } from './boot-service.ts';
export type { AdminRoute } from './admin-server.ts';
export { deadLetterEndpoint } from './dead-letter-endpoint.ts';
export { provideLifecycle, type Lifecycle } from './lifecycle.ts';
export { DATABASE, LOGGER, Messaging, messagingProviders } from './messaging.ts';
