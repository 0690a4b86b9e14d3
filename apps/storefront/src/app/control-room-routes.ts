import type { RouteObject } from 'react-router';
import { lazyPage } from './lazy-page.tsx';

export const controlRoomRoutes: RouteObject[] = [
  { index: true, ...lazyPage(async () => (await import('../control-room/home/home-page.tsx')).HomePage) },
  {
    path: 'services',
    ...lazyPage(async () => (await import('../control-room/services/services-page.tsx')).ServicesPage),
  },
  {
    path: 'service-map',
    ...lazyPage(
      async () => (await import('../control-room/service-map/service-map-page.tsx')).ServiceMapPage,
    ),
  },
  {
    path: 'logs',
    ...lazyPage(async () => (await import('../control-room/logs/logs-page.tsx')).LogsPage),
  },
  {
    path: 'sagas',
    ...lazyPage(async () => (await import('../control-room/sagas/sagas-page.tsx')).SagasPage),
  },
  {
    path: 'sagas/:orderId',
    ...lazyPage(async () => (await import('../control-room/saga/saga-page.tsx')).SagaPage),
  },
  {
    path: 'events',
    ...lazyPage(async () => (await import('../control-room/events/events-page.tsx')).EventsPage),
  },
  {
    path: 'dead-letters',
    ...lazyPage(
      async () => (await import('../control-room/dead-letters/dead-letters-page.tsx')).DeadLettersPage,
    ),
  },
  {
    path: 'faults',
    ...lazyPage(async () => (await import('../control-room/faults/faults-page.tsx')).FaultsPage),
  },
  {
    path: 'resilience',
    ...lazyPage(async () => (await import('../control-room/resilience/resilience-page.tsx')).ResiliencePage),
  },
  {
    path: 'reconciliation',
    ...lazyPage(
      async () => (await import('../control-room/reconciliation/reconciliation-page.tsx')).ReconciliationPage,
    ),
  },
  {
    path: 'read-models',
    ...lazyPage(
      async () => (await import('../control-room/read-models/read-models-page.tsx')).ReadModelsPage,
    ),
  },
  {
    path: 'mailbox',
    ...lazyPage(async () => (await import('../control-room/mailbox/mailbox-page.tsx')).MailboxPage),
  },
  {
    path: 'traces/:traceId',
    ...lazyPage(async () => (await import('../control-room/trace/trace-page.tsx')).TracePage),
  },
  {
    path: '*',
    ...lazyPage(async () => (await import('../control-room/not-found/not-found-page.tsx')).NotFoundPage),
  },
];
