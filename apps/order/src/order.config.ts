import { duration, integer, loadSettings, text, url, type Settings } from '@tradewind/config';
import { policySettings } from '@tradewind/resilience';
import { baseSettings, eventBusSettings, grpcSettings } from '@tradewind/service-defaults';

// The saga tries again by itself: a second layer of retries would multiply with it.
export const cartPolicy = policySettings('CART', { attempts: 3, attemptTimeout: 1_500 });
export const inventoryPolicy = policySettings('INVENTORY', {
  attempts: 2,
  attemptTimeout: 3_000,
  deadline: 6_500,
});
export const paymentPolicy = policySettings('PAYMENT', {
  attempts: 1,
  attemptTimeout: 10_000,
  deadline: 10_000,
  // More than a few orders can fail in a row whose cards are at fault: an outage for them must not refuse the others.
  consecutiveFailures: 60,
});

export const policies = { cart: cartPolicy, inventory: inventoryPolicy, payment: paymentPolicy };

const TEST_TOKENS =
  'tok_ok,tok_declined,tok_insufficient_funds,tok_slow,tok_error_once,tok_lost_answer,tok_late_success,tok_unavailable';

export const declarations = {
  ...baseSettings,
  ...grpcSettings,
  ...eventBusSettings,
  databaseUrl: url('DATABASE_URL', "The service's own database."),
  databaseConnections: integer('DATABASE_CONNECTIONS', 'Connections at most.', 5),
  cartAddress: text('CART_ADDRESS', 'The cart service, host:port.'),
  inventoryAddress: text('INVENTORY_ADDRESS', 'The inventory service, host:port.'),
  paymentAddress: text('PAYMENT_ADDRESS', 'The payment service, host:port.'),
  keyLifetime: duration(
    'IDEMPOTENCY_KEY_LIFETIME_MS',
    'How long an idempotency key is remembered; used again later, it is a new request.',
    86_400_000,
  ),
  intake: integer(
    'MAXIMUM_INTAKE',
    'Orders that are worked on at the same time at most; under load it finds less.',
    544,
  ),
  paymentTokens: text('PAYMENT_TOKENS', 'Payment tokens that are taken, with commas between.', TEST_TOKENS),
};

export const policyDeclarations = Object.values(policies).map((it) => it.declarations);

export interface OrderSettings extends Settings<typeof declarations> {
  policies: { [Name in keyof typeof policies]: Settings<(typeof policies)[Name]['declarations']> };
}

export function readSettings(): OrderSettings {
  const read = <const D extends Parameters<typeof loadSettings>[1]>(it: D) =>
    loadSettings('order', it, process.env);
  const { cart, inventory, payment } = policies;
  return {
    ...read(declarations),
    policies: {
      cart: read(cart.declarations),
      inventory: read(inventory.declarations),
      payment: read(payment.declarations),
    },
  };
}
