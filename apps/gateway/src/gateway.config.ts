import {
  flag,
  integer,
  loadSettings,
  optional,
  port,
  secret,
  text,
  url,
  type Settings,
} from '@tradewind/config';
import { policySettings } from '@tradewind/resilience';
import { baseSettings } from '@tradewind/service-defaults';

// What a shopper waits for is tried again quickly and given up soon; an order is never sent twice by this layer.
export const policies = {
  product: policySettings('PRODUCT', { attempts: 3, attemptTimeout: 750, deadline: 2_500 }),
  inventory: policySettings('INVENTORY', { attempts: 2, attemptTimeout: 450, deadline: 1_000 }),
  recommendation: policySettings('RECOMMENDATION', { attempts: 1, attemptTimeout: 400, deadline: 400 }),
  cart: policySettings('CART', { attempts: 2, attemptTimeout: 3_000, deadline: 6_500 }),
  order: policySettings('ORDER', {
    attempts: 3,
    attemptTimeout: 35_000,
    deadline: 36_000,
    // A call may wait for the outcome of an order for as long as its shopper does: that is not slow.
    slowCall: 34_000,
    // Whose orders are taken is decided where they are worked on: a queue here would only make everybody late.
    limit: 1_024,
    queue: 64,
  }),
};

export type Dependency = keyof typeof policies;

export const declarations = {
  ...baseSettings,
  httpPort: port('HTTP_PORT', 'The shop, its API, and the way to the control room.', 8_080),
  sessionSecret: secret('SESSION_SECRET', 'Signs the session cookies.'),
  cookieSecure: flag('COOKIE_SECURE', 'Cookies over HTTPS only.', false),
  productAddress: text('PRODUCT_ADDRESS', 'The product service, host:port.'),
  inventoryAddress: text('INVENTORY_ADDRESS', 'The inventory service, host:port.'),
  recommendationAddress: text('RECOMMENDATION_ADDRESS', 'The recommendation service, host:port.'),
  cartAddress: text('CART_ADDRESS', 'The cart service, host:port.'),
  orderAddress: text('ORDER_ADDRESS', 'The order service, host:port.'),
  trustedProxies: integer(
    'TRUSTED_PROXIES',
    "Proxies of ours in front that tell a caller's address (X-Forwarded-For); more than there are lets callers make it up.",
    0,
  ),
  ordersPerSecond: integer(
    'RATE_LIMIT_ORDERS',
    'Orders that one shopper may place in a second; five times as many at once.',
    20,
  ),
  requestsPerSecond: integer(
    'RATE_LIMIT_SHOPPER',
    'Requests of one shopper in a second; four times as many at once.',
    100,
  ),
  addressPerSecond: integer(
    'RATE_LIMIT_ADDRESS',
    'Requests in a second from one address by who has no session yet; twice as many at once.',
    1_000,
  ),
  rateLimitsUrl: optional(
    url(
      'RATE_LIMITS_URL',
      'A PostgreSQL in which replicas count orders together; without it each counts by itself.',
    ),
  ),
  concurrency: integer(
    'MAXIMUM_CONCURRENCY',
    'API calls at the same time at most; under load it finds less.',
    1_024,
  ),
  controlRoomUrl: optional(url('CONTROL_ROOM_URL', 'The control room; without it /ops is not served.')),
  storefrontDirectory: optional(
    text('STOREFRONT_DIRECTORY', 'Built files of the storefront; without it only the API is served.'),
  ),
};

export const policyDeclarations = Object.values(policies).map((it) => it.declarations);

export interface GatewaySettings extends Settings<typeof declarations> {
  policies: { [Name in Dependency]: Settings<(typeof policies)[Name]['declarations']> };
}

export function readSettings(): GatewaySettings {
  const read = <const D extends Parameters<typeof loadSettings>[1]>(it: D) =>
    loadSettings('gateway', it, process.env);
  const { product, inventory, recommendation, cart, order } = policies;
  return {
    ...read(declarations),
    policies: {
      product: read(product.declarations),
      inventory: read(inventory.declarations),
      recommendation: read(recommendation.declarations),
      cart: read(cart.declarations),
      order: read(order.declarations),
    },
  };
}
