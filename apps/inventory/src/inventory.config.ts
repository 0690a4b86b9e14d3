import { duration, integer, loadSettings, url, type Settings } from '@tradewind/config';
import { baseSettings, eventBusSettings, grpcSettings } from '@tradewind/service-defaults';

export const declarations = {
  ...baseSettings,
  ...grpcSettings,
  ...eventBusSettings,
  databaseUrl: url('DATABASE_URL', "The service's own database."),
  databaseConnections: integer('DATABASE_CONNECTIONS', 'Connections at most.', 4),
  reservationLasts: duration(
    'RESERVATION_LASTS_MS',
    'A reservation that is neither committed nor released by then is given back.',
    15 * 60_000,
  ),
  expireEvery: duration(
    'RESERVATION_EXPIRY_EVERY_MS',
    'How often expired reservations are looked for.',
    5_000,
  ),
};

export type InventorySettings = Settings<typeof declarations>;

export const readSettings = (): InventorySettings => loadSettings('inventory', declarations, process.env);
