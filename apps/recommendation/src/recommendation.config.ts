import { choice, integer, loadSettings, url, type Settings } from '@tradewind/config';
import { baseSettings, eventBusSettings, grpcSettings } from '@tradewind/service-defaults';
import { ALGORITHMS } from './domain/recommendations.ts';

export const declarations = {
  ...baseSettings,
  ...grpcSettings,
  ...eventBusSettings,
  databaseUrl: url('DATABASE_URL', "The service's own database."),
  databaseConnections: integer('DATABASE_CONNECTIONS', 'Connections at most.', 4),
  algorithm: choice(
    'RECOMMENDATION_ALGORITHM',
    ALGORITHMS,
    'For who does not ask for one.',
    'bought-together',
  ),
};

export type RecommendationSettings = Settings<typeof declarations>;

export const readSettings = (): RecommendationSettings =>
  loadSettings('recommendation', declarations, process.env);
