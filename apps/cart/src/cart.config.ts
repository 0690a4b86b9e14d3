import { integer, loadSettings, text, url, type Settings } from '@tradewind/config';
import { policySettings } from '@tradewind/resilience';
import { baseSettings, eventBusSettings, grpcSettings } from '@tradewind/service-defaults';

export const productPolicy = policySettings('PRODUCT', { attemptTimeout: 1_500 });

export const declarations = {
  ...baseSettings,
  ...grpcSettings,
  ...eventBusSettings,
  databaseUrl: url('DATABASE_URL', "The service's own database."),
  databaseConnections: integer('DATABASE_CONNECTIONS', 'Connections at most.', 4),
  productAddress: text('PRODUCT_ADDRESS', 'The product service, host:port.'),
  ...productPolicy.declarations,
};

export type CartSettings = Settings<typeof declarations>;

export const readSettings = (): CartSettings => loadSettings('cart', declarations, process.env);
