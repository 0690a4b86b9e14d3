import type { RunningSystem } from '@tradewind/launcher';
import pg from 'pg';

/** Every database of the system, read as its superuser; a restarted server is connected to again. */
export class Databases {
  readonly #pools = new Map<string, pg.Pool>();
  readonly #system: RunningSystem;

  constructor(system: RunningSystem) {
    this.#system = system;
  }

  async rows<Row extends object>(database: string, text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool(database).query<Row>(text, values)).rows;
  }

  pool(database: string): pg.Pool {
    const known = this.#pools.get(database);
    if (known) return known;
    const url = new URL(this.#system.databaseUrl('postgres'));
    url.pathname = `/${database}`;
    const pool = new pg.Pool({ connectionString: url.toString(), max: 2, application_name: 'prove' });
    pool.on('error', () => {});
    pool.on('connect', (client) => void client.on('error', () => {}));
    this.#pools.set(database, pool);
    return pool;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
  }
}
