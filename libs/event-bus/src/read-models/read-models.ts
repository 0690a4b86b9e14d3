import type { Database } from '@tradewind/database';
import { AppError, uuidV7 } from '@tradewind/kernel';
import { metrics, withoutTracing, type Logger } from '@tradewind/observability';
import type { EventLog } from '../event-log.ts';
import {
  claimJob,
  failJob,
  finishJob,
  readJobs,
  releaseJob,
  renewJob,
  requestJob,
  type ReadModelJob,
} from './jobs.ts';
import type { AnyReadModel } from './read-model.ts';
import { rebuildReadModel } from './rebuild.ts';
import { dropShadow, shadowName } from './shadow-schema.ts';

type Kind = ReadModelJob['kind'];

export interface ReadModelReport {
  name: string;
  tables: readonly string[];
  eventTypes: readonly string[];
  rows: number;
  job: ReadModelJob | undefined;
}

/** A service's read models, and the work on them. */
export interface ReadModels {
  list(): Promise<ReadModelReport[]>;
  /** Begins soon, here or in another replica. @throws AppError READ_MODEL.UNKNOWN, READ_MODEL.BUSY */
  request(name: string, kind: Kind, operator: string): Promise<ReadModelJob>;
  stop(): Promise<void>;
}

interface ReadModelsOptions {
  models: readonly AnyReadModel[];
  /** The live group's name. */
  group: string;
  database: Database;
  /** Opens another pool on the same database, for the length of a job. */
  open: () => Database;
  /** Milliseconds that the inbox remembers, see the janitor. */
  inboxKeep: number;
  log: EventLog;
  logger: Logger;
  /** Milliseconds without a sign of life after which a job is begun anew by somebody else. Default 5,000. */
  lease?: number;
  /** Milliseconds between two looks for work. Default 2,000. */
  poll?: number;
}

const ended = metrics.counter('read_model_jobs_total', 'Rebuilds and verifications, by outcome.', [
  'model',
  'kind',
  'outcome',
]);

/** Looks for requested work and for work whose process has died, which is begun anew: never is half a model in use. */
export function createReadModels(options: ReadModelsOptions): ReadModels {
  const { models, database, logger, lease = 5_000, poll = 2_000 } = options;
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  function schedule(milliseconds: number): void {
    if (stopping.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(() => void (running = withoutTracing(look)), milliseconds);
  }

  async function look(): Promise<void> {
    try {
      for (const model of models) await workOn(model);
    } catch (error) {
      logger.warn({ err: error }, 'read models could not be looked at; trying again');
    }
    running = undefined;
    schedule(poll);
  }

  async function workOn(model: AnyReadModel): Promise<void> {
    const id = uuidV7();
    const job = await claimJob(database, model.name, id, lease);
    if (!job) return;
    await dropShadow(database, shadowName(job.previousId));
    try {
      await work(model, id, job.kind);
      logger.info(
        { notable: job.kind === 'rebuild', model: model.name },
        `${job.kind} of ${model.name} is done`,
      );
    } catch (error) {
      if (stopping.signal.aborted) return void (await releaseJob(database, id));
      logger.error({ err: error, notable: true, model: model.name }, `${job.kind} of ${model.name} failed`);
      ended.inc({ model: model.name, kind: job.kind, outcome: 'failed' });
      await failJob(database, id, (error as Error).message);
    }
  }

  async function work(model: AnyReadModel, id: string, kind: Kind): Promise<void> {
    const own = options.open();
    try {
      await rebuildReadModel({
        ...{ model, id, kind, database: own, logger, signal: stopping.signal },
        ...{ group: options.group, log: options.log, since: Date.now() - options.inboxKeep },
        progress: (handled, total) => renewJob(database, id, { handled, total, lease }),
        finish: (sql, differences) => finishJob(sql, id, differences),
      });
      ended.inc({ model: model.name, kind, outcome: 'done' });
    } finally {
      await own.close();
    }
  }

  schedule(0);
  return {
    list: async () => {
      const jobs = await readJobs(database);
      return Promise.all(
        models.map(async ({ name, tables, subscriptions }) => {
          const rows = await countRows(database, tables);
          return { name, tables, eventTypes: subscriptions.types, rows, job: jobs.get(name) };
        }),
      );
    },
    async request(name, kind, operator) {
      if (!models.some((model) => model.name === name))
        throw new AppError('not-found', 'READ_MODEL.UNKNOWN', `there is no read model ${name}`);
      const job = await requestJob(database, { model: name, id: uuidV7(), kind, operator });
      if (!running) schedule(0);
      return job;
    },
    async stop() {
      stopping.abort(new Error('the service stops'));
      clearTimeout(timer);
      await running;
    },
  };
}

async function countRows(database: Database, tables: readonly string[]): Promise<number> {
  let sum = 0;
  for (const table of tables) {
    const text = `select count(*)::int as n from ${table}`;
    sum += (await database.query<{ n: number }>(`read-model.rows.${table}`, text))[0]!.n;
  }
  return sum;
}
