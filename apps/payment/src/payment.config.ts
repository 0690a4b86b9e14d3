import { integer, loadSettings, port, secret, url, type Settings } from '@tradewind/config';
import { policySettings } from '@tradewind/resilience';
import { baseSettings, eventBusSettings, grpcSettings } from '@tradewind/service-defaults';

/**
 * An attempt may take as long as slow banks do; a second one follows when the first failed soon, as lost connections do.
 * The breaker judges more calls than one unlucky order can make: an outage for one must not refuse the others.
 */
const provider = policySettings('PSP', {
  deadline: 9_000,
  attemptTimeout: 5_000,
  attempts: 2,
  minimumCalls: 40,
  failureRate: 0.6,
  consecutiveFailures: 60,
  limit: 64,
  queue: 512,
});

export const declarations = {
  ...baseSettings,
  ...grpcSettings,
  ...eventBusSettings,
  databaseUrl: url('DATABASE_URL', "The service's own database."),
  databaseConnections: integer('DATABASE_CONNECTIONS', 'Connections at most.', 4),
  webhookPort: port('WEBHOOK_PORT', "The provider's webhooks (HTTP).", 9_080),
  pspUrl: url('PSP_URL', 'The payment provider.'),
  pspWebhookSecret: secret('PSP_WEBHOOK_SECRET', 'The provider signs its webhooks with it.'),
  ...provider.declarations,
};

export type PaymentSettings = Settings<typeof declarations>;

export const readSettings = (): PaymentSettings => loadSettings('payment', declarations, process.env);

export const policies = { psp: provider };
