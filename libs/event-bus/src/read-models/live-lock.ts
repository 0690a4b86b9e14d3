import type { Transaction } from '@tradewind/database';
import type { Transact } from '../consumer-options.ts';

const LOCK = 72_707_371;

/** The transactions of live handling share a lock, so that a swap can hold them off. */
export function heldOffBySwaps<Context>(transact: Transact<Context>): Transact<Context> {
  return (work) =>
    transact(async (context, sql) => {
      await sql.query('read-model.live', `select pg_advisory_xact_lock_shared(${LOCK})`);
      await work(context, sql);
    });
}

/** Until the end of this transaction no event is handled live; those whose handling has begun are waited for. */
export async function holdOffLive(sql: Transaction): Promise<void> {
  await sql.query('read-model.hold-off', `select pg_advisory_xact_lock(${LOCK})`);
}
