import { createDatabase, type Database, type Transaction } from '@tradewind/database';
import { AppError, uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { expect } from 'vitest';
import {
  createConsumer,
  createReadModels,
  heldOffBySwaps,
  subscriptions,
  type AnyReadModel,
  type Consumer,
  type ReadModel,
  type ReadModels,
} from '../src/index.ts';
import { logger, openBench, TYPE, type Bench } from './bench.ts';

export type Ill = (key: string, number: number) => boolean;

const TABLE = `create table tally (key text primary key, sum bigint not null, last integer not null);
  create index tally_by_sum on tally (sum) where sum > 0`;
const ADD = `insert into tally as t (key, sum, last) values ($1, $2::integer, $2::integer)
  on conflict on constraint tally_pkey do update set sum = t.sum + excluded.sum, last = excluded.last`;

/**
 * A service with one read model. Its sums show an event that was lost or applied twice, its last values one that came out of
 * order.
 */
export class TallyBench {
  readonly bench: Bench;
  group = '';
  ill: Ill = () => false;
  private readonly running: { stop(): Promise<unknown> }[] = [];

  private constructor(bench: Bench) {
    this.bench = bench;
  }

  static async open(): Promise<TallyBench> {
    const bench = await openBench();
    await bench.service.pool.query(TABLE);
    return new TallyBench(bench);
  }

  begin(): void {
    this.group = `group-${uuidV7()}`;
    this.ill = () => false;
  }

  async end(): Promise<void> {
    await Promise.all(this.running.splice(0).map((it) => it.stop()));
    await this.bench.service.pool.query('truncate tally, inbox, dead_letter, read_model_job');
    await this.bench.inside.pool.query('truncate event; update topic_partition set next_offset = 0');
  }

  private handlers() {
    return subscriptions<Transaction>({
      [TYPE]: async ({ key, data }: { key: string; data: { available: number } }, sql: Transaction) => {
        if (this.ill(key, data.available)) throw new AppError('refused', 'ILL', 'cannot digest this');
        await sql.query('tally.add', ADD, [key, data.available]);
      },
    });
  }

  model(over: Partial<ReadModel<Transaction>> = {}): AnyReadModel {
    const model: ReadModel<Transaction> = {
      name: 'tally',
      tables: ['tally'],
      subscriptions: this.handlers(),
      transact: (database: Database) => (work) => database.transaction((sql) => work(sql, sql)),
      ...over,
    };
    return model as unknown as AnyReadModel;
  }

  live() {
    const { service } = this.bench;
    return {
      ...{ group: this.group, database: service, logger, subscriptions: this.handlers() },
      committed: () => {},
      transact: heldOffBySwaps<Transaction>((work) => service.transaction((sql) => work(sql, sql))),
    };
  }

  async listen(): Promise<Consumer> {
    const consumer = await createConsumer({ ...this.live(), log: this.bench.log() });
    this.running.push(consumer);
    return consumer;
  }

  keep(models = [this.model()], lease = 15_000): ReadModels {
    const { service } = this.bench;
    const connectionString = service.pool.options.connectionString!;
    const open = () => createDatabase({ url: connectionString, service: 'rebuild', connections: 4 });
    const readModels = createReadModels({
      ...{ models, group: this.group, database: service, open, log: this.bench.log(), logger, lease },
      ...{ poll: 50, inboxKeep: 3_600_000 },
    });
    this.running.push(readModels);
    return readModels;
  }

  async rows(): Promise<Record<string, { sum: number; last: number }>> {
    const text = 'select key, sum, last from tally';
    const { rows } = await this.bench.service.pool.query<{ key: string; sum: string; last: number }>(text);
    return Object.fromEntries(rows.map(({ key, sum, last }) => [key, { sum: Number(sum), last }]));
  }

  async shadows(): Promise<number> {
    const text = `select 1 from pg_namespace where nspname like 'rebuild\\_%'`;
    return (await this.bench.service.pool.query(text)).rowCount!;
  }
}

/** Waits for the end of the work on the only model. */
export const ended = (readModels: ReadModels, state = 'done') =>
  eventually(
    async () => {
      const { job } = (await readModels.list())[0]!;
      if (state === 'done') expect(job?.detail).toBe('');
      expect(job?.state).toBe(state);
      return job!;
    },
    { within: 30_000 },
  );

/** Handlers that do not come back until they are told. */
export function stuck() {
  let begun = 0;
  let comeBack = (): void => {};
  const held = new Promise<void>((resolve) => (comeBack = resolve));
  const transact = () => (): Promise<void> => {
    begun++;
    return held;
  };
  return { transact, begun: () => begun, comeBack };
}
