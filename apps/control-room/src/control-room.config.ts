import { duration, integer, loadSettings, optional, port, text, url, type Settings } from '@tradewind/config';
import { policySettings } from '@tradewind/resilience';
import { baseSettings, eventLogSettings } from '@tradewind/service-defaults';

// The control room looks at everything and may wait for nothing: each of its calls is short and tried twice at most.
export const watching = policySettings('WATCH', {
  attempts: 2,
  attemptTimeout: 2_400,
  deadline: 5_000,
  limit: 32,
});

export const policies = { watch: watching };

export const declarations = {
  ...baseSettings,
  ...watching.declarations,
  httpPort: port('HTTP_PORT', "The operators' interface and the receiver of traces.", 8_081),
  databaseUrl: url('DATABASE_URL', "The service's own database."),
  ...eventLogSettings,
  productAddress: text('PRODUCT_ADDRESS', 'host:port'),
  inventoryAddress: text('INVENTORY_ADDRESS', 'host:port'),
  cartAddress: text('CART_ADDRESS', 'host:port'),
  paymentAddress: text('PAYMENT_ADDRESS', 'host:port'),
  orderAddress: text('ORDER_ADDRESS', 'host:port'),
  notificationAddress: text('NOTIFICATION_ADDRESS', 'host:port'),
  recommendationAddress: text('RECOMMENDATION_ADDRESS', 'host:port'),
  reconcileEvery: duration('RECONCILE_EVERY_MS', 'Between two scheduled reconciliations.', 30_000),
  verifyEvery: duration(
    'VERIFY_READ_MODELS_EVERY_MS',
    'Between two comparisons of the read models with the log; 0: never.',
    10 * 60_000,
  ),
  pspUrl: url('PSP_URL', "The payment provider's simulator, whose ledger is compared."),
  serviceDirectoryFile: optional(
    text('SERVICE_DIRECTORY_FILE', 'JSON file of the processes and their admin ports.'),
  ),
  keptEvents: integer(
    'KEPT_EVENTS',
    'Events kept in the own database, with Kafka; the oldest go first.',
    100_000,
  ),
  keptSpans: integer('KEPT_SPANS', 'Spans kept in memory; the oldest traces go first.', 30_000),
};

export type ControlRoomSettings = Settings<typeof declarations>;

export const readSettings = (): ControlRoomSettings =>
  loadSettings('control-room', declarations, process.env);
