import {
  createLoadShedder,
  createRateLimiter,
  type RateLimiter,
  type RateLimitStore,
} from '@tradewind/resilience';
import type { Protection } from './protect.ts';
import type { GatewaySettings } from '../../../gateway.config.ts';

const SECOND = 1_000;

/** A token bucket for each key: what is asked for in a burst by a page that opens is no abuse. */
const perSecond = (name: string, limit: number, bursts: number, shared?: RateLimitStore): RateLimiter =>
  createRateLimiter(
    { name, algorithm: 'token-bucket', limit, window: SECOND, burst: limit * bursts },
    shared,
  );

/** @param shared where replicas count orders together: a look at a page is not worth a trip to a database */
export function createProtection(
  settings: Pick<
    GatewaySettings,
    'ordersPerSecond' | 'requestsPerSecond' | 'addressPerSecond' | 'concurrency'
  >,
  shared?: RateLimitStore,
): Omit<Protection, 'session'> {
  const { ordersPerSecond, requestsPerSecond, addressPerSecond, concurrency } = settings;
  return {
    limits: {
      orders: perSecond('orders', ordersPerSecond, 5, shared),
      shopper: perSecond('shopper', requestsPerSecond, 4),
      address: perSecond('address', addressPerSecond, 2),
    },
    // A rush of some hundred is always taken; beyond, the limit finds itself.
    shedder: createLoadShedder('gateway', { initial: 512, minimum: 320, maximum: concurrency }),
  };
}
