import { integer, loadSettings, text, url, type Settings } from '@tradewind/config';
import { policySettings } from '@tradewind/resilience';
import { baseSettings, eventBusSettings, grpcSettings } from '@tradewind/service-defaults';

// Within the three seconds that the gateway gives an attempt at the cart.
const product = policySettings('PRODUCT', { attempts: 2, attemptTimeout: 1_200, deadline: 2_500 });

export const policies = { product };

export const declarations = {
  ...baseSettings,
  ...grpcSettings,
  ...eventBusSettings,
  databaseUrl: url('DATABASE_URL', "The service's own database."),
  databaseConnections: integer('DATABASE_CONNECTIONS', 'Connections at most.', 4),
  productAddress: text('PRODUCT_ADDRESS', 'The product service, host:port.'),
  ...product.declarations,
};

export type CartSettings = Settings<typeof declarations>;

export const readSettings = (): CartSettings => loadSettings('cart', declarations, process.env);
