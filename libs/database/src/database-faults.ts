import { setTimeout as wait } from 'node:timers/promises';
import type { FaultRegistry } from '@tradewind/faults';
import type pg from 'pg';

type Callback = (error: Error | undefined, client: pg.PoolClient | undefined, release: () => void) => void;

/** Milliseconds after which it tries again to get hold of a connection. */
const AGAIN = 100;

/**
 * A database that is slow, and one that has no connection left, as their user sees it. Every statement outside of a
 * transaction and every transaction gets its connection so much later, and has it meanwhile: that is what fills a pool.
 * @returns what ends them before the pool ends
 */
export function offerDatabaseFaults(pool: pg.Pool, registry: FaultRegistry): { end(): void } {
  const connect = pool.connect.bind(pool) as (callback?: Callback) => Promise<pg.PoolClient>;
  const slow = registry.offer('database-slow');

  async function connectSlowly(): Promise<pg.PoolClient> {
    const client = await connect();
    if (slow.on) await wait(slow.value);
    return client;
  }

  // pg's own `pool.query` comes with a callback, we and Prisma with a promise.
  pool.connect = ((callback?: Callback) => {
    if (!slow.on) return connect(callback);
    const client = connectSlowly();
    if (!callback) return client;
    client.then(
      (it) => callback(undefined, it, () => it.release()),
      (error: Error) => callback(error, undefined, () => {}),
    );
    return undefined;
  }) as pg.Pool['connect'];

  const held = holdConnections(connect);
  registry.offer('database-exhausted', {
    begin: (percent) => held.hold(Math.ceil((pool.options.max * percent) / 100)),
    end: held.release,
  });
  return { end: held.release };
}

/** Takes connections when it is their turn, and gives them back. */
function holdConnections(connect: () => Promise<pg.PoolClient>) {
  let turn = new AbortController();
  const clients: pg.PoolClient[] = [];

  async function holdOne({ signal }: AbortController): Promise<void> {
    while (!signal.aborted) {
      const client = await connect().catch(() => undefined);
      if (client && !signal.aborted) return void clients.push(client);
      client?.release();
      await wait(AGAIN, undefined, { signal }).catch(() => {});
    }
  }

  return {
    hold(count: number): void {
      turn = new AbortController();
      for (let number = 0; number < count; number++) void holdOne(turn);
    },
    release(): void {
      turn.abort();
      for (const client of clients.splice(0)) client.release();
    },
  };
}
