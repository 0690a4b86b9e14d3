import { integer, loadSettings, text, url, type Settings } from '@tradewind/config';
import { policySettings } from '@tradewind/resilience';
import { baseSettings, eventBusSettings, grpcSettings } from '@tradewind/service-defaults';

// Nobody waits for a mail: an event whose address cannot be had is tried again by the consumer, for as long as it takes.
const order = policySettings('ORDER', { attempts: 2, attemptTimeout: 2_000 });

export const policies = { order };

export const declarations = {
  ...baseSettings,
  ...grpcSettings,
  ...eventBusSettings,
  databaseUrl: url('DATABASE_URL', "The service's own database."),
  databaseConnections: integer('DATABASE_CONNECTIONS', 'Connections at most.', 4),
  orderAddress: text('ORDER_ADDRESS', 'The order service, host:port.'),
  ...order.declarations,
};

export type NotificationSettings = Settings<typeof declarations>;

export const readSettings = (): NotificationSettings =>
  loadSettings('notification', declarations, process.env);
