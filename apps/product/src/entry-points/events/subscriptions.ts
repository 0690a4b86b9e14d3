import { subscriptions } from '@tradewind/event-bus';
import type { StockLevels } from '../../application/ports/stock-levels.ts';

/** All that the service listens to. */
export const productSubscriptions = subscriptions<StockLevels>({
  'tradewind.inventory.v1.stock-level-changed': async ({ data }, levels) => levels.changed(data),
});
