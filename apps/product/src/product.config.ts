import { choice, integer, loadSettings, url, type Settings } from '@tradewind/config';
import { baseSettings, eventBusSettings, grpcSettings } from '@tradewind/service-defaults';

export const declarations = {
  ...baseSettings,
  ...grpcSettings,
  ...eventBusSettings,
  databaseUrl: url('DATABASE_URL', "The service's own database."),
  databaseConnections: integer('DATABASE_CONNECTIONS', 'Connections at most.', 4),
  searchVersion: choice(
    'SEARCH_VERSION',
    ['v1', 'v2'],
    'v1: full text; v2: tolerant of typing errors.',
    'v1',
  ),
};

export type ProductSettings = Settings<typeof declarations>;

export const readSettings = (): ProductSettings => loadSettings('product', declarations, process.env);
