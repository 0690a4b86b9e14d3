import type { Database, Transaction } from '@tradewind/database';
import type { Logger } from '@tradewind/observability';
import type { EventLog } from './event-log.ts';
import type { Poison } from './poison.ts';
import type { Subscriptions } from './subscriptions.ts';

/** Runs work in one transaction; `context` is what handlers use, `sql` is the same transaction for the inbox. */
export type Transact<Context> = (
  work: (context: Context, sql: Transaction) => Promise<void>,
) => Promise<void>;

export interface ConsumerOptions<Context> {
  /** The group's name: the service's own. */
  group: string;
  log: EventLog;
  /** The service's own, where inbox and letters are. */
  database: Database;
  subscriptions: Subscriptions<Context>;
  transact: Transact<Context>;
  logger: Logger;
  /** Called after each commit, so that the relay can publish what handlers stored. */
  committed: () => void;
  /** Tries of an event that fails for a reason of its own before it is parked. Default 3. */
  attempts?: number;
  /** Milliseconds that a letter which is being tried is left alone by other replicas. Default 30,000. */
  lease?: number;
  /** Makes events fail on purpose. */
  poison?: Poison | undefined;
}
