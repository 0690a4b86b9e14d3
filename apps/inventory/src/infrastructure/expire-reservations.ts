import type { Logger } from '@tradewind/observability';
import { repeat, type Lifecycle } from '@tradewind/service-defaults';
import type { StockStore } from '../application/ports/stock-store.ts';

/**
 * Gives expired reservations back, again and again. Several replicas may: each reservation is given back once.
 * @param every milliseconds
 */
export function expireReservations(store: StockStore, every: number, logger: Logger): Lifecycle {
  const expire = async (): Promise<void> => {
    const expired = await store.expire();
    if (expired > 0) logger.warn({ notable: true, expired }, `gave back ${expired} expired reservation(s)`);
  };
  return repeat('giving back expired reservations', every, expire, logger);
}
