import { integer, loadSettings, url, type Settings } from '@tradewind/config';
import { baseSettings, eventBusSettings, grpcSettings } from '@tradewind/service-defaults';

export const declarations = {
  ...baseSettings,
  ...grpcSettings,
  ...eventBusSettings,
  databaseUrl: url('DATABASE_URL', "The service's own database."),
  databaseConnections: integer('DATABASE_CONNECTIONS', 'Connections at most.', 4),
};

export type InventorySettings = Settings<typeof declarations>;

export const readSettings = (): InventorySettings => loadSettings('inventory', declarations, process.env);
