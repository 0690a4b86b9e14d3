import { setTimeout as wait } from 'node:timers/promises';
import type { FaultHandler } from './fault-handler.ts';

const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = $1 and pid <> pg_backend_pid() and application_name <> 'prove'`;

export const restartDatabase: FaultHandler<'restart-database'> = async (
  { times },
  { ground: { system } },
) => {
  for (let count = 0; count < times; count++) {
    // Immediate shutdown: nothing is written any more, the next start recovers from the write-ahead log.
    await system.kill('postgresql', 'SIGQUIT');
    await system.waitUntilReady('postgresql', 30_000);
    await wait(2_000);
  }
};

export const cutConnections: FaultHandler<'cut-connections'> = async ({ database, times }, { ground }) => {
  for (let count = 0; count < times; count++) {
    await ground.databases.rows(database, CUT, [database]).catch(() => []);
    await wait(150);
  }
};

/** The isolation level of new sessions; existing ones are cut, so that there are new ones. */
export const serializable: FaultHandler<'serializable'> = async ({ database }, { ground }) => {
  await ground.databases.rows(
    database,
    `alter database "${database}" set default_transaction_isolation = 'serializable'`,
  );
  await ground.databases.rows(database, CUT, [database]);
};

const LOCK = 'select 1 from stock where product_id = $1 for update';
const ROUNDS = 6;

/** Locks products in the order that nobody else uses: whoever holds the first and wants the second waits for ever, but for PostgreSQL. */
export const deadlock: FaultHandler<'deadlock'> = async (_fault, { ground, products }) => {
  const backwards = [...products].sort().toReversed();
  for (let round = 0; round < ROUNDS; round++) {
    const client = await ground.databases.pool('inventory').connect();
    try {
      await client.query('begin');
      for (const product of backwards) {
        await client.query(LOCK, [product]);
        await wait(60);
      }
    } catch {
      // This side was chosen as the victim.
    } finally {
      await client.query('rollback').catch(() => {});
      client.release();
    }
  }
};
