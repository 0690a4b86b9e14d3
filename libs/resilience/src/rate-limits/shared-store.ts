import { STATEMENTS } from './shared-store.sql.ts';
import type { RateLimitState } from './rule.ts';
import type { RateLimitStore } from './store.ts';
import { decide } from './take.ts';

/** As much of a database as the store needs; `Database` of libs/database is one. */
export interface QueryFunction {
  query<Row extends object>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
}

interface Row extends RateLimitState {
  now: number;
  allowed: boolean;
}

/**
 * Counts that all replicas share: one statement for each call, on the table of RATE_LIMIT_TABLE. The row's lock makes it exact,
 * and the database's clock is the only one.
 * @param now milliseconds since 1970 instead of the database's clock, for tests
 * @throws what the database throws: `createRateLimiter` falls back to counts of the process then
 */
export function sharedRateLimits(database: QueryFunction, now?: () => number): RateLimitStore {
  return {
    async take(rule, key, cost) {
      const { name, algorithm, limit, window, burst = limit } = rule;
      // A rule that counts in another way begins anew: the numbers of one algorithm mean nothing to another.
      const values = [`${name}/${algorithm}`, key, cost, limit, window, burst, now?.() ?? null];
      const [row] = await database.query<Row>(`rate-limit:${algorithm}`, STATEMENTS[algorithm], values);
      return decide(rule, row!, row!.now, cost, row!.allowed);
    },
  };
}

/**
 * Deletes keys that nobody has used for so long that they say nothing any more; to be called now and then.
 * @param milliseconds longer than every rule takes to be full again
 */
export async function removeUnusedKeys(database: QueryFunction, milliseconds: number): Promise<void> {
  const text = `delete from rate_limits where used_at < extract(epoch from clock_timestamp()) * 1000 - $1::float8`;
  await database.query('rate-limit:remove-unused', text, [milliseconds]);
}
