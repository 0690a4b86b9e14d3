import { betweenFailpoints } from '@tradewind/failpoints';
import { faults } from '@tradewind/faults';
import { AppError } from '@tradewind/kernel';
import { inSpan, metrics } from '@tradewind/observability';
import pg from 'pg';
import { offerDatabaseFaults } from './database-faults.ts';

export interface DatabaseOptions {
  /** `postgres://role:password@host:port/database` */
  url: string;
  /** Shown in pg_stat_activity. */
  service: string;
  /** Connections at most. Default 6: on a few cores more only wait for each other. */
  connections?: number;
  /** Whether the demo's switches for a slow and an exhausted database act on it. Default true. */
  faulty?: boolean;
}

/** What runs statements: the pool, or one transaction. */
export interface Transaction {
  /**
   * One named (prepared) statement. The name is the statement's identity on a connection: one name, one text.
   * Named many-row statements must be index-safe; see `createDatabase`.
   */
  query<Row extends object>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends Transaction {
  readonly pool: pg.Pool;
  /** BEGIN, `work`, COMMIT; any error rolls everything back. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const seconds = metrics.histogram('database_statement_seconds', 'Duration of a statement.', ['statement']);
const poolWaiting = metrics.gauge('database_pool_waiting', 'Statements that wait for a connection.');

/**
 * One pool for a process. `enable_seqscan` is off for its sessions: a prepared statement that was planned while its table
 * was new and tiny would keep its sequential scan for good while the table grows.
 */
export function createDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: options.service,
    max: options.connections ?? 6,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    options: '-c enable_seqscan=off -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000',
  });
  // An idle connection that the server closed is no reason to die: the next query gets a new one.
  pool.on('error', () => {});
  // The same for one that is in the hands of a transaction: its statements fail, and that is told to whoever waits for them.
  pool.on('connect', (client) => void client.on('error', () => {}));
  const { faulty = true } = options;
  const given = faulty && faults.enabled ? offerDatabaseFaults(pool, faults) : undefined;
  return {
    pool,
    query: (name, text, values) =>
      writes(text)
        ? betweenFailpoints(`commit:${name}`, () => run(pool, name, text, values))
        : run(pool, name, text, values),
    transaction: (work) => transaction(pool, work),
    close: () => {
      given?.end();
      return pool.end();
    },
  };
}

type Runner = Pick<pg.PoolClient, 'query'>;

// `select … for update` changes nothing; `select restock($1, …)` does.
const WRITING =
  /\b(insert into|(?<!for )update|delete from)\b|\b(?!unnest|any|jsonb|lower|cardinality)[a-z]+(_[a-z]+)*\(\$1/i;
const writing = new Map<string, boolean>();

/** Whether a statement changes something, as far as its text tells: by itself, or by a function of ours. */
function writes(text: string): boolean {
  const known = writing.get(text);
  if (known !== undefined) return known;
  const found = WRITING.test(text);
  writing.set(text, found);
  return found;
}

async function run<Row extends object>(
  runner: Runner,
  name: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const end = seconds.startTimer({ statement: name });
  poolWaiting.set((runner as Partial<pg.Pool>).waitingCount ?? 0);
  const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': name };
  try {
    return await inSpan(`sql ${name}`, { kind: 'CLIENT', attributes }, async () => {
      const result = await runner.query<Row>({ name, text, values: values as unknown[] });
      return result.rows;
    });
  } catch (error) {
    throw translate(error);
  } finally {
    end();
  }
}

async function transaction<T>(pool: pg.Pool, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await connect(pool);
  let broken: Error | undefined;
  let written = '';
  try {
    await client.query('BEGIN');
    const result = await work({
      query: (name, text, values) => {
        if (writes(text)) written = name;
        return run(client, name, text, values);
      },
    });
    // Named after its last change. One that changed nothing commits nothing.
    if (written === '') await client.query('COMMIT');
    else await betweenFailpoints(`commit:${written}`, () => client.query('COMMIT'));
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
    throw translate(error);
  } finally {
    client.release(broken);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw translate(error);
  }
}

// SQLSTATEs that mean "not now": connection, resources, operator intervention, statement timeout, serialization, deadlock.
const TRANSIENT = /^(08|53|57P|57014|40001|40P01)/;

function translate(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  const connection =
    /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|ECONNREFUSED|ECONNRESET/;
  if ((code && (TRANSIENT.test(code) || connection.test(code))) || connection.test(message ?? '')) {
    return new AppError('unavailable', 'DATABASE_UNAVAILABLE', 'the database cannot be used right now', {
      cause: error,
    });
  }
  return error;
}
