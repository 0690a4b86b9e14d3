import { createDatabase } from '@tradewind/database';
import type { Logger } from '@tradewind/observability';
import {
  RATE_LIMIT_TABLE,
  removeUnusedKeys,
  sharedRateLimits,
  type RateLimitStore,
} from '@tradewind/resilience';
import { repeat, type Lifecycle } from '@tradewind/service-defaults';

const TIDY_EVERY = 10 * 60_000;
/** Milliseconds; every limit of the gateway is full again after a few seconds. */
const UNUSED = 60_000;

/**
 * Counts that all replicas of the gateway share. The table is made when it is not there: it is unlogged, holds nothing that is
 * missed, and the gateway has no migrations. While the database is away each replica counts by itself.
 */
export function shareLimits(url: string, logger: Logger): { store: RateLimitStore; lifecycles: Lifecycle[] } {
  const database = createDatabase({ url, service: 'gateway', connections: 2, faulty: false });
  const prepare = async (): Promise<void> => {
    await database.query('rate-limit:table', RATE_LIMIT_TABLE);
    await removeUnusedKeys(database, UNUSED);
  };
  const begin = (): Promise<void> =>
    prepare().catch((error: unknown) => logger.warn({ err: error }, 'limits are not shared yet'));
  const lifecycles = [
    { start: begin, stop: () => database.close() },
    repeat('tidying the shared limits', TIDY_EVERY, prepare, logger),
  ];
  return { store: sharedRateLimits(database), lifecycles };
}
