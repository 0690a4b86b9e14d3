import type { Database, Transaction } from '@tradewind/database';
import type { Transact } from '../consumer-options.ts';
import type { Subscriptions } from '../subscriptions.ts';

/**
 * Tables that are nothing but a fold of events, so that they can be computed again from the log.
 *
 * Its events must have no other effect in this service: whoever rebuilds the model says of them that they are handled.
 * Its tables must not refer to others, and no others to them.
 */
export interface ReadModel<Context = never> {
  /** Such as `bought-together`. */
  name: string;
  tables: readonly string[];
  subscriptions: Subscriptions<Context>;
  /** How a batch of its events is applied, to the tables that `database` shows. */
  transact(database: Database, place: Place): Transact<Context>;
  /** Condition for the rows of a table that stem from events; without one all do. */
  folded?: Readonly<Record<string, string>>;
  /** Runs before the new tables, in the schema `shadow`, take the place of the old ones, in the same transaction. */
  adopt?(sql: Transaction, shadow: string): Promise<void>;
}

/** `shadow`: only the model's own tables may change. */
export type Place = 'live' | 'shadow';

/** A model whose context does not matter to whoever keeps it. */
export type AnyReadModel = ReadModel<unknown>;
