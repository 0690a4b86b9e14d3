import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import { failpoints } from '@tradewind/failpoints';
import type pg from 'pg';
import type { Database, Transaction } from './database.ts';

/** What every generated client has in common. */
interface AnyPrismaClient {
  $transaction<R>(work: (client: never) => Promise<R>): Promise<R>;
  $disconnect(): Promise<void>;
}

type PrismaClientClass<Client> = new (options: { adapter: PrismaPg }) => Client;

/** The client inside a transaction: everything but what would leave it. */
type Transactional<Client> = Omit<Client, '$transaction' | '$connect' | '$disconnect' | '$on' | '$extends'>;

export interface PrismaDatabase<Client> {
  /** For reads and single changes. */
  readonly client: Client;
  /** One transaction for Prisma and for SQL (outbox, inbox): both run on the same connection. */
  transaction<T>(work: (client: Transactional<Client>, sql: Transaction) => Promise<T>): Promise<T>;
}

/**
 * Prisma on the service's own pool. The connection of Prisma's interactive transaction is handed to our SQL; nothing else
 * is routed by context, because Prisma batches reads of one tick across contexts and would read uncommitted rows.
 */
export function createPrisma<Client>(
  database: Database,
  Client: PrismaClientClass<Client>,
): PrismaDatabase<Client> {
  const handOver = new AsyncLocalStorage<{ connection?: pg.PoolClient }>();
  const pool = Object.create(database.pool) as pg.Pool;
  pool.connect = (async () => {
    const connection = await database.pool.connect();
    const box = handOver.getStore();
    if (box) box.connection = connection;
    return connection;
  }) as pg.Pool['connect'];
  // A single query takes the pool's own way: it calls connect with a callback, which the hand-over does not serve.
  pool.query = database.pool.query.bind(database.pool) as pg.Pool['query'];
  // The adapter ends the pool when the client disconnects; the pool belongs to the service.
  pool.end = (async () => {}) as pg.Pool['end'];
  const client = new Client({ adapter: new PrismaPg(pool) });
  return {
    client,
    transaction: (work) => {
      const box: { connection?: pg.PoolClient } = {};
      const inside = async (prisma: never): Promise<unknown> => {
        const result = await work(prisma, transactionOn(box.connection!));
        await failpoints.pass('commit:prisma.transaction:before');
        return result;
      };
      return handOver.run(box, async () => {
        const result = await (client as AnyPrismaClient).$transaction(inside);
        await failpoints.pass('commit:prisma.transaction:after');
        return result;
      }) as never;
    },
  };
}

function transactionOn(connection: pg.PoolClient): Transaction {
  return {
    query: async (name, text, values = []) =>
      (await connection.query({ name, text, values: values as unknown[] })).rows as never,
  };
}
