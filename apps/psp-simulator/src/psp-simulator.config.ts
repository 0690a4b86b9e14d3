import { duration, integer, loadSettings, secret, url, type Settings } from '@tradewind/config';
import { baseSettings, httpSettings } from '@tradewind/service-defaults';

export const declarations = {
  ...baseSettings,
  ...httpSettings,
  databaseUrl: url('DATABASE_URL', "The provider's own database."),
  databaseConnections: integer('DATABASE_CONNECTIONS', 'Connections at most.', 4),
  webhookUrl: url('PSP_WEBHOOK_URL', 'Where the merchant takes webhooks.'),
  webhookSecret: secret('PSP_WEBHOOK_SECRET', 'Signs webhooks; the merchant has the same.'),
  webhookGather: duration('PSP_WEBHOOK_GATHER_MS', 'How long webhooks gather before they are sent.', 250),
};

export type PspSimulatorSettings = Settings<typeof declarations>;

export const readSettings = (): PspSimulatorSettings =>
  loadSettings('psp-simulator', declarations, process.env);
