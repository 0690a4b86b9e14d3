import { join } from 'node:path';
import { startSystem, type RunningSystem } from '@tradewind/launcher';
import pg from 'pg';

/** Only PostgreSQL, with the settings that the whole system has: every commit on the disk. */
const topology = { processes: [], postgresPort: 9 };

export class Server {
  readonly #system: RunningSystem;

  private constructor(system: RunningSystem) {
    this.#system = system;
  }

  static async start(folder: string, port: number): Promise<Server> {
    const dataDirectory = join(folder, 'data');
    return new Server(await startSystem({ dataDirectory, port, quiet: true, topology }));
  }

  get pid(): number {
    return this.#system.services.find(({ name }) => name === 'postgresql')!.pid!;
  }

  urlOf(database: string): string {
    return Object.assign(new URL(this.#system.databaseUrl('postgres')), { pathname: database }).toString();
  }

  /** Makes a database anew. @returns its URL */
  async create(database: string, ...scripts: string[]): Promise<string> {
    await this.query('postgres', `drop database if exists ${database} with (force)`);
    await this.query('postgres', `create database ${database}`);
    for (const script of scripts) await this.query(database, script);
    return this.urlOf(database);
  }

  async query<Row extends object>(database: string, text: string, values?: unknown[]): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.urlOf(database) });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Transactions that were committed in these databases. A session tells of its own at most once a second. */
  async commits(databases: readonly string[]): Promise<number> {
    const text = 'select sum(xact_commit)::int as commits from pg_stat_database where datname = any($1)';
    const [row] = await this.query<{ commits: number }>('postgres', text, [databases]);
    return row!.commits;
  }

  stop(): Promise<void> {
    return this.#system.stop();
  }
}
